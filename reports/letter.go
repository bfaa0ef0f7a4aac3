package reports

import "time"

// Letter is the mail that carries a workbook, with everything said and nothing drawn.
type Letter struct {
	From, ReplyTo Address
	To            Address // one person: nobody sees who else was sent one
	MessageID     string  // report.period.recipient.revision@host, without angle brackets
	InReplyTo     string  // MessageID of the revision this one corrects, empty for the first
	Date          time.Time

	Subject   string   // at most 62 characters, number first
	PreHeader string   // at most 90 characters: the actions
	Scope     string   // "All territories · 8 reps"
	DataTo    string   // "data to 31 Oct 2026 18:22"
	Warning   string   // set when checks failed or data is late; the first thing read
	Replaces  string   // of a correction: which letter it stands in for, "This replaces the report of 3 Nov 2026."
	Changed   []string // of a correction: what differs and why
	Headline  string   // the finding in one sentence
	Rows      []LetterRow
	Actions   []LetterAction
	Chart     *Chart // drawn by who builds the mail; nil for none
	ChartPNG  []byte // the drawing, 1136 × 500
	ChartAlt  string // its numbers in words
	Since     []LetterChange
	Attached  Attachment
	Apart     Apart // where the workbook lies that is too large to be attached
	Full      FullLists
	Why       string // why this person gets this mail and whom to ask
	Edition   string // "edition 1a2b3c4d"
	Language  string // BCP 47 tag
	Tongue    Tongue // of the words the template adds
}

// Address is a mailbox with the name of its owner.
type Address struct{ Name, Mail string }

// Tone says whether news is welcome.
type Tone int

// The tones.
const (
	Neutral Tone = iota
	Welcome
	Unwelcome
)

// LetterRow is one key figure.
type LetterRow struct {
	Label, Note string
	Value       string // "€ 1.74 M"
	Delta       string // "▲ 4.1 %"
	Against     string // "vs Oct 2025"
	Tone        Tone   // of the delta
}

// LetterAction is one thing to do.
type LetterAction struct{ Do, Why, Worth, Where, Who string }

// LetterChange is a group of what happened since the last report.
type LetterChange struct {
	Title string   // "Joined the at-risk list"
	Items []string // names or sentences, already capped
}

// Attachment is the workbook in the mail.
type Attachment struct {
	Name   string
	Bytes  []byte
	Start  string // "start with Overview"
	Checks string // "all 11 checks passed"
}

// Size is the length of the file in words: "1.4 MB".
func (a Attachment) Size() string { return ByteSize(len(a.Bytes)) }

// Apart says where a workbook lies that did not fit into its letter.
type Apart struct {
	Name   string // of the file, empty for a letter that carries it
	Bytes  int
	Link   string // where it can be opened; empty where nothing is published
	Place  string // where it lies otherwise
	Ask    string // who gives it out
	Checks string // "all 11 checks passed"
}

// Size is the length of the file in words: "34.5 MB".
func (a Apart) Size() string { return ByteSize(a.Bytes) }
