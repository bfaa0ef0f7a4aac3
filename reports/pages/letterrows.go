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
			Label: t.Label, Note: note, Value: orElse(b.tall(t.Value), "not measured"), Delta: delta(t.Delta), Against: t.Against, Tone: tone(t.Delta),
		})
	}
	return rows
}

func (b *book) letterActions(actions []reports.Action) []reports.LetterAction {
	var list []reports.LetterAction
	for _, a := range actions {
		worth := ""
		if a.Worth.Known {
			worth = b.actionWorth(Money(a.Worth.Amount))
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

// delta writes a change with its arrow: "▲ 4.1 %".
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
	default:
		words = reports.PercentWords(abs(v.Number))
	}
	switch {
	case strings.Trim(words, "0. %p\u00a0") == "":
		return "= " + words
	case v.Number > 0:
		return "▲ " + words
	}
	return "▼ " + words
}

// tone says whether a change is welcome.
func tone(v reports.Value) reports.Tone {
	words := delta(v)
	switch {
	case words == "" || v.Even || strings.HasPrefix(words, "="):
		return reports.Neutral
	case (v.Number > 0) == v.Lower:
		return reports.Unwelcome
	}
	return reports.Welcome
}
