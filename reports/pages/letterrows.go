package pages

import (
	"strings"

	"clientele/reports"
)

// letterRows says the tiles in words.
func (b *book) letterRows(tiles []reports.Tile) []reports.LetterRow {
	var rows []reports.LetterRow
	for _, t := range tiles {
		note := t.Note
		if t.NoteValue.Known {
			note = b.tall(t.NoteValue) + " " + note
		}
		rows = append(rows, reports.LetterRow{
			Label: t.Label, Note: note, Value: orElse(b.tall(t.Value), "not measured"), Delta: b.change(t.Delta), Against: t.Against, Tone: tone(t.Delta),
		})
	}
	return rows
}

func (b *book) letterActions(o *reports.Overview) []reports.LetterAction {
	var list []reports.LetterAction
	for _, a := range o.Actions {
		worth := ""
		if a.Worth.Known {
			worth = b.actionWorth(Money(a.Worth.Amount), o.ActionsBasis == stakeBasis)
		}
		list = append(list, reports.LetterAction{Do: a.Do, Why: a.Why, Worth: worth, Where: a.Where, Who: a.Who})
	}
	return list
}

// tall writes a number as its tile shows it.
func (b *book) tall(v reports.Value) string {
	text := b.value(v)
	if v.Known && v.Kind.Money() {
		text = reports.MoneyTile(b.in.Currency, Money(v.Amount))
	}
	if v.Unit != "" && text != "" {
		text += " " + v.Unit
	}
	return text
}

// value writes a number the way sentences do.
func (b *book) value(v reports.Value) string {
	switch {
	case !v.Known:
		return ""
	case v.Kind.Money():
		return b.money(Money(v.Amount))
	case v.Kind == reports.KindPercent:
		return reports.PercentWords(v.Number)
	case v.Kind == reports.KindPercent0:
		return reports.Percent0Words(v.Number)
	case v.Kind == reports.KindCount:
		return reports.Thousands(int64(v.Number))
	case v.Kind == reports.KindNumber1:
		return reports.DecimalWords(v.Number, 1)
	case v.Kind == reports.KindNumber2:
		return reports.DecimalWords(v.Number, 2)
	}
	return v.Text
}

// change writes a change as its tile shows it: "▲ 4.1 %", "▼ € 1,088".
func (b *book) change(v reports.Value) string {
	if !v.Known || !v.Kind.Money() {
		return delta(v)
	}
	return arrowed(reports.MoneyTile(b.in.Currency, max(v.Amount, -v.Amount)), float64(v.Amount), max(v.Amount, -v.Amount) < 5_000)
}

// delta writes a change that is no amount with its arrow.
func delta(v reports.Value) string {
	if !v.Known {
		return ""
	}
	var words string
	switch v.Kind {
	case reports.KindDeltaPoints:
		words = reports.PointsWords(abs(v.Number))
	case reports.KindDeltaNumber1:
		words = reports.DecimalWords(abs(v.Number), 1)
	case reports.KindDeltaCount:
		words = reports.Thousands(int64(abs(v.Number)))
	default:
		words = reports.PercentWords(abs(v.Number))
	}
	return arrowed(words, v.Number, strings.Trim(words, "0. %p\u00a0") == "")
}

// arrowed puts the direction before the words of a change.
func arrowed(words string, by float64, none bool) string {
	switch {
	case none:
		return "= " + words
	case by > 0:
		return "▲ " + words
	}
	return "▼ " + words
}

// tone says whether a change is welcome.
func tone(v reports.Value) reports.Tone {
	words, up := delta(v), v.Number > 0
	if v.Kind.Money() {
		words, up = arrowed("", float64(v.Amount), max(v.Amount, -v.Amount) < 5_000), v.Amount > 0
	}
	switch {
	case words == "" || v.Even || strings.HasPrefix(words, "="):
		return reports.Neutral
	case up == v.Lower:
		return reports.Unwelcome
	}
	return reports.Welcome
}
