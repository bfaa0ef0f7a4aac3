package normal

import "testing"

func TestParseEmail(t *testing.T) {
	cases := []struct {
		rule, in, key, guess string
		role                 bool
	}{
		{"case and blanks", " Anna@Posteo.DE ", "anna@posteo.de", "", false},
		{"display name", `"Wendler, Anna" <anna@posteo.de>`, "anna@posteo.de", "", false},
		{"unquoted display name", `Wendler, Anna <anna@posteo.de>`, "anna@posteo.de", "", false},
		{"a comment behind", `anna@posteo.de (Anna Wendler)`, "anna@posteo.de", "", false},
		{"only pointed brackets", `<anna@posteo.de>`, "anna@posteo.de", "", false},
		{"mailto", "mailto:anna@posteo.de", "anna@posteo.de", "", false},
		{"mailto with a subject", "MailTo:anna@posteo.de?subject=Hi", "anna@posteo.de", "", false},
		{"tag", "anna+shop@posteo.de", "anna@posteo.de", "", false},
		{"nothing but a tag stays", "+shop@posteo.de", "+shop@posteo.de", "", false},
		{"dots at Google", "a.n.na@googlemail.com", "anna@gmail.com", "", false},
		{"tag and dots at Google", "user.name+shop@gmail.com", "username@gmail.com", "", false},
		{"dots elsewhere stay", "a.nna@posteo.de", "a.nna@posteo.de", "", false},
		{"Apple's three domains are one mailbox", "anna@me.com", "anna@icloud.com", "", false},
		{"mistyped provider is a guess beside the address", "anna@gamil.com", "anna@gamil.com", "anna@gmail.com", false},
		{"two letters swapped", "anna@gmial.com", "anna@gmial.com", "anna@gmail.com", false},
		{"ending mistyped", "anna@gmail.con", "anna@gmail.con", "anna@gmail.com", false},
		{"ending of any domain mistyped", "anna@olmen-fracht.cmo", "anna@olmen-fracht.cmo", "anna@olmen-fracht.com", false},
		{"an ending that exists is meant", "anna@olmen-fracht.co", "anna@olmen-fracht.co", "", false},
		{"name and ending mistyped", "anna@hotmial.con", "anna@hotmial.con", "anna@hotmail.com", false},
		{"the guess drops dots as Google does", "an.na@gmial.com", "an.na@gmial.com", "anna@gmail.com", false},
		{"short names are not guessed at", "anna@gmz.de", "anna@gmz.de", "", false},
		{"a short name swapped is", "anna@gxm.de", "anna@gxm.de", "anna@gmx.de", false},
		{"another provider is no mistake", "anna@mail.com", "anna@mail.com", "", false},
		{"the dot of the domain forgotten", "anna@gmailcom", "anna@gmailcom", "anna@gmail.com", false},
		{"the name of the domain forgotten", "anna@.com", "anna@com", "", false},
		{"a comma for the dot", "anna@posteo,de", "anna@posteo.de", "", false},
		{"two dots", "anna@posteo..de", "anna@posteo.de", "", false},
		{"trailing comma", "anna@posteo.de,", "anna@posteo.de", "", false},
		{"blanks around the sign", "anna @ posteo.de", "anna@posteo.de", "", false},
		{"written for people", "anna(at)posteo.de", "anna@posteo.de", "", false},
		{"the first of several", "anna@posteo.de; karl@posteo.de", "anna@posteo.de", "", false},
		{"a domain with umlauts is its punycode", "anna@bücher.example", "anna@xn--bcher-kva.example", "", false},
		{"a local part with umlauts in plain letters", "jörg@posteo.de", "jorg@posteo.de", "", false},
		{"quotes that nobody needs", `"anna"@posteo.de`, "anna@posteo.de", "", false},
		{"mailbox of a task", "Info@Brandstetter.de", "info@brandstetter.de", "", true},
		{"numbered mailbox of a task", "info2@brandstetter.de", "info2@brandstetter.de", "", true},
		{"mailbox of a task in a town", "sales.ulm@brandstetter.de", "sales.ulm@brandstetter.de", "", true},
		{"a task in two words", "accounts_payable@brandstetter.de", "accounts_payable@brandstetter.de", "", true},
		{"a person who has a word of tasks before the name", "mail.anna@brandstetter.de", "mail.anna@brandstetter.de", "", false},
		{"no address", "anna at posteo", "", "", false},
		{"no domain", "anna@", "", "", false},
		{"no local part", "@posteo.de", "", "", false},
		{"a domain without letters", "anna@123", "", "", false},
		{"a sentence", "ask anna @ the desk", "", "", false},
		{"an address in the web", "https://posteo.de/anna", "", "", false},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if e := ParseEmail(c.in); e.Key != c.key || e.Guess != c.guess || e.Role != c.role {
				t.Errorf("%q became %+v", c.in, e)
			}
		})
	}
}

func TestEmailDomain(t *testing.T) {
	for in, want := range map[string]Email{
		"anna@mail.brandstetter.co.uk": {Domain: "brandstetter.co.uk"},
		"anna@yahoo.fr":                {Domain: "yahoo.fr", Public: true},
		"anna@hotmail.com.au":          {Domain: "hotmail.com.au", Public: true},
		"anna@googlemail.com":          {Domain: "gmail.com", Public: true},
		"anna@live-events.com":         {Domain: "live-events.com"},
	} {
		if e := ParseEmail(in); e.Domain != want.Domain || e.Public != want.Public {
			t.Errorf("%s: %+v", in, e)
		}
	}
}

func TestIsPlaceholderEmail(t *testing.T) {
	for in, want := range map[string]bool{
		"test@test.com": true, "test1@gmail.com": true, "none@none.de": true, "noreply@olmen.de": true, "a@a.com": true, "xxx@gmail.com": true, "unknown@olmen.de": true, "x@invalid.com": true,
		"anna@example.com": false, "keller@keller.de": false, "tessa@gmail.com": false, "nan.keller@gmail.com": false, "testa@gmail.com": false,
	} {
		if got := IsPlaceholderEmail(ParseEmail(in)); got != want {
			t.Errorf("%s: %v, want %v", in, got, want)
		}
	}
}

func BenchmarkParseEmail(b *testing.B) {
	for _, c := range []struct{ name, raw string }{{"public", "anna.wendler77@gmail.com"}, {"company", "anna.wendler@brandstetter.de"}, {"display name", `"Wendler, Anna" <anna@posteo.de>`}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ParseEmail(c.raw)
			}
		})
	}
}
