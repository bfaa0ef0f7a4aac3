package demo

import (
	"fmt"

	"clientele/extract"
)

// campaignMonth says whether a campaign starts in a month, and its number.
func campaignMonth(m int) (int, bool) { return m/3 + 1, m%3 == 1 }

// offered is the category a campaign offers.
func offered(campaign int) int { return (campaign * 3) % len(categories) }

// campaign tells a campaign when its month begins.
func (t *teller) campaign(n int, from extract.Day, reached int) {
	g := categories[offered(n)].name
	t.put(shopCampaigns, int64(n), fmt.Sprintf("%s, %s", g, from.String()[:7]), compact(from), compact(from+28), int64(60_000+reached*85), int64(offered(n)+1))
}

// approach tells whom a campaign wrote to, whom it left out on purpose, and who
// answered; those order once more.
func (t *teller) approach(i, m int, from extract.Day) {
	n, starts := campaignMonth(m)
	if !starts {
		return
	}
	if t.ledger.campaign != n {
		t.ledger.campaign = n
		t.campaign(n, from, len(t.c.customers)/8)
	}
	c, d := &t.c.customers[i], t.d
	if c.consent == 0 || !c.here(from+7) || c.status != isActive || !d.chance(.15) {
		return
	}
	at := t.moment(from + 2 + extract.Day(d.IntN(5)))
	holdout := d.chance(.1)
	var clicked moment
	if !holdout && d.chance(.08) {
		clicked = at.plus(d.between(60, 8*1440))
		t.click[i] = click{n, clicked.day + 21}
		t.intent(i, clicked.day+1, 99)
	}
	if !t.cal.past(at) {
		return
	}
	t.next.mailing++
	t.put(shopMailings, t.next.mailing, int64(n), c.shop[0].id, t.cal.unix(at), flag(holdout), t.cal.unix(clicked))
}
