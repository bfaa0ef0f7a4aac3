package pages

import (
	"fmt"

	"clientele/extract"
	"clientele/reports"
)

// oldQuote is after how many days nobody can tell whether a quote still stands.
const oldQuote = 365

// enquiryStakes take up open enquiries by what is to be done about them, and are worth
// the value recorded: nobody knows how likely one is won.
func (b *book) enquiryStakes() []reports.Action {
	list := first(b.piped(), mostProspects)
	return []reports.Action{b.answerAll(list), b.followQuotes(list), b.renewQuotes(list), b.offerAnswered(list)}
}

// enquired is what several open enquiries come to.
type enquired struct {
	n, bare int64 // how many; of them, without a value
	more    bool  // further ones stand on the sheet
	oldest  int64 // days
	value   Money
}

// with adds n enquiries of a line of the sheet.
func (e enquired) with(p prospect, n int64) enquired {
	if !p.Value.Known {
		e.bare += n
	}
	e.n, e.oldest, e.value = e.n+n, max(e.oldest, p.Waiting), e.value+p.Value.Value
	return e
}

// enquiredIn adds up the first lines of the sheet that a condition holds for, as many as
// can be talked about in a week.
func enquiredIn(list []prospect, want func(prospect) bool) (e enquired) {
	taken := 0
	for _, p := range list {
		switch {
		case !want(p):
		case taken == talksAWeek:
			e.more = true
		default:
			e, taken = e.with(p, p.Enquiries), taken+1
		}
	}
	return e
}

// words counts them: "13 quotes", "the first 13 quotes" where there are more.
func (e enquired) words(one, many string) string {
	if e.more {
		return "the first " + oneOrMany(e.n, one, many)
	}
	return reports.Plural(e.n, one, many)
}

// worth is the value recorded, unknown where nobody wrote one down.
func (e enquired) worth() reports.Value {
	if e.value == 0 {
		return reports.Value{Kind: reports.KindMoney}
	}
	return reports.MoneyValue(e.value)
}

// why says how long they wait and what they are worth.
func (e enquired) why() string {
	text := fmt.Sprintf("The oldest has waited for %s", reports.Plural(e.oldest, "day", "days"))
	if e.value == 0 {
		return text + "; no value is recorded."
	}
	text += "; at stake = their value"
	if e.bare > 0 {
		text += fmt.Sprintf(", recorded of %d of them", e.n-e.bare)
	}
	return text + noChance
}

func (e enquired) action(key, do, who string) reports.Action {
	if e.n == 0 {
		return reports.Action{}
	}
	return reports.Action{Key: key, Do: do, Why: e.why(), Worth: e.worth(), Where: "Pipeline", Who: who}
}

// answerAll takes up all that nobody has replied to, however many they are: each waits
// for us.
func (b *book) answerAll(list []prospect) reports.Action {
	var e enquired
	for _, p := range list {
		if p.Unanswered > 0 {
			e = e.with(p, p.Unanswered)
		}
	}
	return e.action("answer_enquiries", fmt.Sprintf("Answer the %s", oneOrMany(e.n, "enquiry nobody has replied to", "enquiries nobody has replied to")), "Inside sales, by Friday")
}

func quoted(p prospect) bool { return p.Unanswered == 0 && p.Stage == extract.StageQuoted }

func (b *book) followQuotes(list []prospect) reports.Action {
	e := enquiredIn(list, func(p prospect) bool { return quoted(p) && p.Waiting <= oldQuote })
	return e.action("follow_quotes", "Follow up "+e.words("quote of the last 12 months", "quotes of the last 12 months"), "Each rep, by Friday")
}

func (b *book) renewQuotes(list []prospect) reports.Action {
	e := enquiredIn(list, func(p prospect) bool { return quoted(p) && p.Waiting > oldQuote })
	return e.action("renew_quotes", "Renew or close "+e.words("quote older than a year", "quotes older than a year"), b.inMonth("Each rep"))
}

func (b *book) offerAnswered(list []prospect) reports.Action {
	e := enquiredIn(list, func(p prospect) bool { return p.Unanswered == 0 && p.Stage != extract.StageQuoted })
	return e.action("offer_answered", "Make an offer on "+e.words("enquiry that was answered", "enquiries that were answered"), "Each rep, by Friday")
}
