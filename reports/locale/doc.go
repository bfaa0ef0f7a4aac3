// Package locale puts finished descriptions of workbooks and letters into another language, and writes numbers, dates
// and money as a company is used to.
//
// Pages compose English sentences. Here each is recognised by the template it was made from, its parts are put into the
// template of the other language, and the parts are treated alike; what no template made, such as a customer's name, stays
// as it is. So pages know nothing of languages, and a language is one file: NAME.po in the folder texts, in the format of
// GNU gettext, begun as a copy of messages.pot there, which a test keeps equal to what the pages can say. A text a file does not
// translate stays English.
//
// How a cell or a mail looks is left to reports/excel and reports/mail; the words they add themselves they hand in.
package locale
