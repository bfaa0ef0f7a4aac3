package normal

import "strings"

// Code returns an identifying number, of a tax office or a public register, for
// comparing: letters and digits only, words such as "VAT no." and a country's two
// letters before it left out, a register's court behind its number, no leading
// zeros. "HRB 0123, Amtsgericht Ulm" is hrb123ulm, "DE 271 828 182" is 271828182.
func Code(s string) string {
	var court, number []byte
	for w := range strings.FieldsSeq(Fold(s)) {
		switch {
		case codeWords[w]:
		case len(number) == 0 && !hasDigit(w) && len(w) > 3:
			court = append(court, w...)
		default:
			number = append(number, w...)
		}
	}
	if len(number) == 0 {
		return Squeeze(s)
	}
	n := withoutCountry(string(number))
	if head := strings.TrimRight(n, "0123456789"); n != head {
		if tail := strings.TrimLeft(n[len(head):], "0"); tail != "" && len(head) < 4 {
			n = head + tail
		}
	}
	return (n + string(court))[:min(len(n)+len(court), Longest)]
}

// withoutCountry cuts the letters of a country from a tax number, but not from the
// number in a register.
func withoutCountry(n string) string {
	if len(n) >= 9 && taxLetters[n[:2]] && len(Digits(n[2:])) >= 7 && !strings.HasPrefix(n, "hrb") && !strings.HasPrefix(n, "hra") {
		return n[2:]
	}
	return n
}

var taxLetters = set("at be bg cy cz de dk ee el es fi fr gb gr hr hu ie it lt lu lv mt nl pl pt ro se si sk xi")

// codeWords say what a number is and are no part of it.
var codeWords = set(`
vat no nr num number numero nummer ust id idnr ident ustid ustidnr uid tax tin ein ssn steuernummer steuernr stnr nif nip piva partita iva codice fiscale siren siret
kvk reg register registration registered company handelsregister handelsregisternummer amtsgericht registergericht mwst tva btw mva moms krs regon ico dic gst abn acn rcs
`)
