package pages

import (
	"clientele/extract"
	"clientele/reports"
)

// large reports whether money of groups is shown in thousands.
func (b *book) large() bool { return b.r.Overview.Revenue.Company() >= 1_000_000*extract.Unit }

// scale is the meaning of money in charts, unit what it is called.
func (b *book) scale() reports.Kind {
	if b.large() {
		return reports.KindMoneyK
	}
	return reports.KindMoney
}

func (b *book) unit() string {
	if b.large() {
		return "¤ k"
	}
	return "¤"
}

// thousands is a column of money of groups.
func (b *book) thousands(head, help string, of func(group) Money) reports.Column[group] {
	return scaled(b, head, help, of)
}

// scaledIf is the same of money that may be unknown.
func scaledIf[R any](b *book, head, help string, of func(R) (Money, bool)) reports.Column[R] {
	if b.large() {
		return reports.MoneyKIf(head, help, of)
	}
	return reports.MoneyIf(head, help, of)
}

// scaled is a column of money in thousands where the company is large.
func scaled[R any](b *book, head, help string, of func(R) Money) reports.Column[R] {
	if b.large() {
		return reports.MoneyK(head, help, of)
	}
	return reports.Money(head, help, of)
}
