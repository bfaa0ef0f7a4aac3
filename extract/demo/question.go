package demo

import (
	"math"

	"clientele/extract"
)

// A need is something customers want of a supplier.
type need struct {
	name       string
	share      float64
	importance float64
	rating     float64
	by         [7]float64 // how much more or less likely, by segment
}

var needs = []need{
	{"Fixed delivery window of two hours", .52, 4.4, 3.3, [7]float64{1.15, .9, 1.15, 1.1, .75, .85, .7}},
	{"Fewer substitutions, told before delivery", .42, 4.3, 3.0, [7]float64{1.1, 1.1, .7, 1.25, 1, .8, .5}},
	{"Local and organic produce", .36, 3.9, 3.2, [7]float64{1.05, 1.25, .7, .9, .9, 1.2, 1.3}},
	{"Lower minimum order", .33, 3.8, 2.9, [7]float64{.9, .4, 1.4, .8, .7, 1.7, 1.6}},
	{"Allergen and origin data per product", .32, 4.1, 3.3, [7]float64{.9, 1, .9, 1, 1.9, .8, .6}},
	{"One invoice a month", .25, 3.6, 3.1, [7]float64{.75, 1.3, .8, 1, 1.8, 1, .1}},
	{"Order by phone app", .23, 3.4, 3.0, [7]float64{1, 1.1, 1.2, .9, .6, 1, 1.4}},
	{"Longer payment time", .21, 3.5, 3.2, [7]float64{1.1, .8, 1.1, 1, .4, 1.1, .1}},
	{"Sunday delivery", .18, 3.3, 2.7, [7]float64{1.2, 1.2, 1.2, 1.1, .05, .4, .6}},
	{"Menu ideas and recipes", .13, 2.9, 2.8, [7]float64{.8, 1.3, 1.1, .4, 1.4, 1, 1.5}},
}

var reasons = []string{"Range in one delivery", "Freshness", "My rep", "Price", "Easy ordering"}

// question tells the answers to the yearly questionnaire: what matters, why they
// buy, what they miss. What a person wants changes little from year to year.
func (t *teller) question(i, m int, from, to extract.Day) {
	c := &t.c.customers[i]
	if (t.o.Months-m)%12 != 2 || t.o.Months-m > 26 || len(c.desk) == 0 || !c.here(from) || !t.d.chance(.36) {
		return
	}
	wave := from.String()[:7]
	day := t.workday(from, to)
	t.e.reset(t.o.Seed, 1<<44|uint64(i))
	for _, n := range needs {
		likes := t.e.chance(n.share * n.by[c.seg])
		if likes != t.d.chance(.06) {
			t.answer(c, wave, day, "What matters most to you?", n.name, n.importance+t.d.NormFloat64()*.6, n.rating+.3*c.mood+t.d.NormFloat64()*.7)
		}
	}
	first := t.e.weighted([]float64{.41, .36, .33, .29, .21})
	t.answer(c, wave, day, "Why do you buy from us?", reasons[first], 0, 0)
	if second := t.d.IntN(len(reasons)); second != first && t.d.chance(.6) {
		t.answer(c, wave, day, "Why do you buy from us?", reasons[second], 0, 0)
	}
	if t.d.chance(.18) {
		t.answer(c, wave, day, "What do you miss in our range?", missing[t.d.weighted([]float64{.36, .26, .2, .12, .06})], 0, 0)
	}
}

func (t *teller) answer(c *customer, wave string, day extract.Day, question, answer string, importance, rating float64) {
	date := t.cal.date(day)
	if t.next.answer++; t.next.answer%BadAnswerEvery == 0 {
		date = "2026-02-30"
	}
	t.put(deskAnswers, t.next.answer, c.desk[0], wave, date, question, answer, scale(importance), scale(rating))
}

// scale writes a mark from 1 to 5, nothing where none was asked for.
func scale(x float64) any {
	if x == 0 {
		return nil
	}
	return int64(min(5, max(1, math.Round(x))))
}
