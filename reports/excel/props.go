package excel

import (
	"time"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// setUp gives the file its normal font and its properties. Every date is the as-of day: a file knows no clock.
func (b *book) setUp() {
	b.fail(b.f.SetDefaultFont(font))
	if fonts := b.f.Styles.Fonts; fonts != nil && len(fonts.Font) > 0 && fonts.Font[0].Sz != nil {
		*fonts.Font[0].Sz.Val = 10
	}
	day := b.wb.AsOf.UTC().Format(time.RFC3339)
	b.fail(b.f.SetDocProps(&excelize.DocProperties{
		Title: oneLine(b.wb.Title), Subject: oneLine(b.wb.Subject), Description: oneLine(b.stamp(0, 0)), Creator: "clientele",
		LastModifiedBy: "clientele", Category: b.wb.Tongue.Say("Customer report"), Keywords: b.wb.Tongue.Say("customers"), Language: orElse(b.wb.Language, "en-GB"),
		Created: day, Modified: day, Revision: "1",
	}))
	b.fail(b.f.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel", Company: oneLine(b.wb.Company), AppVersion: "16.0300"}))
}

// stamp is line 4 of a sheet.
func (b *book) stamp(shown, of int) string {
	s := b.wb.Tongue.Say(b.wb.Stamp.Line(shown, of))
	if w := b.wb.Stamp.Warning(); w != "" {
		return s + " · " + b.wb.Tongue.Say(w)
	}
	return s
}

// text puts the sign of the currency where the description leaves it open.
func (b *book) text(s string) string { return reports.InCurrency(s, b.wb.Currency) }
