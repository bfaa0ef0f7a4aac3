package demo

import (
	"math"

	"clientele/extract"
)

// afterwards asks some whose ticket is closed how it went.
func (t *teller) afterwards(c *customer, email string, closed moment, channel string, k *ticket) {
	d := t.e
	if closed.day == 0 || k.direction != "" || !d.chance(.3) {
		return
	}
	feeling := 3.9 + .5*c.mood
	if k.topic == "CMP" {
		feeling -= .9
	}
	if d.chance(.7) {
		t.survey(email, "CSAT", closed.plus(60), feeling+d.NormFloat64()*.8, 1, 5, channel, k.sku, .26)
	} else {
		t.survey(email, "CES", closed.plus(60), 5.2-feeling+d.NormFloat64()*1.1, 1, 7, channel, "", .26)
	}
}

// survey tells an invitation and, where there was one, the answer.
func (t *teller) survey(email, kind string, sent moment, score float64, low, high int, channel, sku string, share float64) {
	d := t.e
	if !t.cal.past(sent) {
		return
	}
	var answered, given any
	if at := sent.plus(int(d.lognormal(900, 1.3))); d.chance(share) && t.cal.past(at) {
		answered, given = t.cal.stamp(at), int64(min(high, max(low, int(math.Round(score)))))
	}
	t.next.survey++
	t.put(deskSurveys, t.next.survey, email, kind, t.cal.stamp(sent), answered, given, int64(low), int64(high), null(channel), null(sku))
}

// rate asks whether customers would recommend the company, twice a year, and how
// they like a product.
func (t *teller) rate(c *customer, m int, from, to extract.Day) {
	if len(c.desk) == 0 || !c.here(from) {
		return
	}
	if m%6 == 2 && t.d.chance(.45) {
		t.survey(c.desk[0], "NPS", t.moment(t.workday(from, to)), 7.4+1.5*c.mood+t.d.NormFloat64()*1.6, 0, 10, pick(t.d, []string{"email", "shop"}), "", .24+.03*math.Abs(c.mood))
	}
	if t.d.chance(.02) {
		p := t.c.products[12*c.breadth[0]+(c.entity+t.d.poisson(1.2))%12]
		t.survey(c.desk[0], "CSAT", t.moment(t.workday(from, to)), 4.1+.35*c.mood+t.d.NormFloat64()*.8-.12*float64(p.cat%3), 1, 5, "shop", p.sku, .22)
	}
}
