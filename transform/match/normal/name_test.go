package normal

import "testing"

type written struct{ Prefix, Name, First, Middle, Last, Suffix string }

func (w written) parse() Name {
	return PersonName(w.Prefix, w.Name, w.First, w.Middle, w.Last, w.Suffix)
}

func TestPersonName(t *testing.T) {
	cases := []struct {
		rule string
		in   written
		want Name
	}{
		{"parts", written{Prefix: "Frau Dr.", First: "Anna Maria", Last: "von der Heide"}, Name{First: "anna", Middle: "maria", Last: "heide", Sex: 'f'}},
		{"whole", written{Name: "Mr Karl A. Wendler Jr."}, Name{First: "karl", Middle: "a", Last: "wendler", Generation: "jr", Sex: 'm'}},
		{"last name first", written{Name: "Wendler, Anna"}, Name{First: "anna", Last: "wendler"}},
		{"last name first, with a title", written{Name: "Wendler, Dr. Anna Maria"}, Name{First: "anna", Middle: "maria", Last: "wendler"}},
		{"last name first, particles behind", written{Name: "Heide, Anna von der"}, Name{First: "anna", Middle: "von der", Last: "heide"}},
		{"a comma before the suffix", written{Name: "Karl Wendler, Sr"}, Name{First: "karl", Last: "wendler", Generation: "sr"}},
		{"commas before degrees", written{Name: "Karl Wendler, Jr., M.D., Ph.D."}, Name{First: "karl", Last: "wendler", Generation: "jr"}},
		{"degrees without commas", written{Name: "Prof. Dr.med. Karl Wendler PhD MBA"}, Name{First: "karl", Last: "wendler"}},
		{"a degree that is a name stays", written{Name: "Yo Yo Ma"}, Name{First: "yo", Middle: "yo", Last: "ma"}},
		{"generations", written{First: "Karl", Last: "Wendler", Suffix: "III"}, Name{First: "karl", Last: "wendler", Generation: "3"}},
		{"generation behind the last name", written{First: "Karl", Last: "Wendler II"}, Name{First: "karl", Last: "wendler", Generation: "2"}},
		{"generation behind the first name", written{First: "Karl Jr", Last: "Wendler"}, Name{First: "karl", Last: "wendler", Generation: "jr"}},
		{"one word is a last name", written{Name: "Wendler"}, Name{Last: "wendler"}},
		{"particles alone are a name", written{First: "Anh", Last: "La"}, Name{First: "anh", Last: "la"}},
		{"the last name in capitals before the first", written{Name: "DUPONT Jean"}, Name{First: "jean", Last: "dupont"}},
		{"initials are no last name in capitals", written{Name: "JR Wendler"}, Name{First: "jr", Last: "wendler"}},
		{"all in capitals says nothing", written{Name: "JEAN DUPONT"}, Name{First: "jean", Last: "dupont"}},
		{"the whole name in the first field", written{First: "Anna Wendler"}, Name{First: "anna", Last: "wendler"}},
		{"two given names in the first field", written{First: "Anna Maria"}, Name{First: "anna", Middle: "maria"}},
		{"the whole name in the last field", written{Last: "Wendler, Anna"}, Name{First: "anna", Last: "wendler"}},
		{"two last names in the last field", written{Last: "Garcia Marquez"}, Name{Last: "garcia marquez"}},
		{"middle from its own field", written{First: "Anna", Middle: "B.", Last: "Wendler"}, Name{First: "anna", Middle: "b", Last: "wendler"}},
		{"initials without blanks", written{First: "J.R.", Last: "Wendler"}, Name{First: "j", Middle: "r", Last: "wendler"}},
		{"a couple's title says nothing", written{Name: "Mr & Mrs Karl Wendler"}, Name{First: "karl", Last: "wendler"}},
		{"the first of a couple", written{Name: "Anna und Karl Wendler"}, Name{First: "anna", Last: "wendler"}},
		{"the name at birth is another", written{Name: "Anna Wendler geb. Ohm"}, Name{First: "anna", Last: "wendler"}},
		{"brackets and quotes are beside the name", written{Name: `Robert "Bob" Wendler (Einkauf)`}, Name{First: "robert", Last: "wendler"}},
		{"an e-mail address is no name", written{Name: "anna@posteo.de"}, Name{}},
		{"French", written{Name: "Mme Claire de la Tour"}, Name{First: "claire", Last: "tour", Sex: 'f'}},
		{"Spanish", written{Name: "Sra. María José García y López"}, Name{First: "maria", Middle: "jose", Last: "garcia lopez", Sex: 'f'}},
		{"Italian", written{Name: "Sig.ra Chiara D'Angelo"}, Name{First: "chiara", Last: "dangelo", Sex: 'f'}},
		{"Dutch", written{Prefix: "dhr.", First: "Jan", Last: "van den Berg"}, Name{First: "jan", Last: "berg", Sex: 'm'}},
		{"Arabic", written{Name: "Mohammed bin Salman al-Hassan"}, Name{First: "mohammed", Middle: "bin salman", Last: "hassan"}},
		{"hyphens", written{First: "Anna-Maria", Last: "Meier-Schmidt"}, Name{First: "anna", Middle: "maria", Last: "meier schmidt"}},
		{"Chinese", written{Name: "王小明"}, Name{First: "xiaoming", Last: "wang"}},
		{"Chinese, a last name of two signs", written{Name: "欧阳娜娜"}, Name{First: "nuonuo", Last: "ouyang"}},
		{"Korean", written{Name: "김민수"}, Name{First: "minsu", Last: "kim"}},
		{"Japanese", written{Name: "やまだ たろう"}, Name{First: "tarou", Last: "yamada"}},
		{"Greek", written{Name: "Γιώργος Παπαδόπουλος"}, Name{First: "giorgos", Last: "papadopoulos"}},
		{"Russian", written{First: "Дмитрий", Last: "Чайковский"}, Name{First: "dmitry", Last: "chaykovsky"}},
		{"nothing", written{}, Name{}},
		{"nothing but signs", written{First: "--", Last: "."}, Name{}},
	}
	for _, c := range cases {
		t.Run(c.rule, func(t *testing.T) {
			if got := c.in.parse(); got != c.want {
				t.Errorf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestLastNamesWrittenInTwoWays(t *testing.T) {
	for _, c := range [][2]string{
		{"O'Neill", "O Neill"},
		{"O’Neill", "ONeill"},
		{"McDonald", "Mc Donald"},
		{"MacGregor", "Mac Gregor"},
		{"DeLuca", "de Luca"},
		{"Van Dyke", "VanDyke"},
		{"Müller", "Mueller"},
		{"Schröder", "SCHROEDER"},
		{"von der Heide", "Heide"},
		{"Fitz Gerald", "Fitzgerald"},
		{"D'Angelo", "D Angelo"},
		{"al-Hassan", "Hassan"},
		{"Ó Néill", "O'Neill"},
		{"Ødegård", "Odegard"},
		{"de la Cruz", "De La Cruz"},
	} {
		a, b := PersonName("", "", "Anna", "", c[0], ""), PersonName("", "", "Anna", "", c[1], "")
		if a.Last != b.Last || a.Last == "" {
			t.Errorf("%s is %q, %s is %q", c[0], a.Last, c[1], b.Last)
		}
	}
	for _, c := range [][2]string{{"Bauer", "Baur"}, {"Poe", "Po"}, {"Queen", "Quen"}, {"Neill", "O'Neill"}} {
		if a, b := PersonName("", "", "Anna", "", c[0], ""), PersonName("", "", "Anna", "", c[1], ""); a.Last == b.Last {
			t.Errorf("%s and %s both became %q", c[0], c[1], a.Last)
		}
	}
}

// The short way for plain names says what the long way says.
func TestPlainNamesAreReadAsAllOthers(t *testing.T) {
	for _, first := range []string{"Anna", "KARL", "jo", "Joerg", "Michael", "Abdelkader", "Mr", "Van", "Jr", "Samuel2"} {
		for _, last := range []string{"Wendler", "MUELLER", "de", "Jr", "o", "Bauer", "Dr"} {
			short, long := PersonName("", "", first, "", last, ""), PersonName("", "", " "+first, "", last+" ", "")
			if short != long {
				t.Errorf("%s %s: %+v the short way, %+v the long way", first, last, short, long)
			}
		}
	}
}

func TestGivenNamesOfServants(t *testing.T) {
	for _, in := range []string{"Abdul Rahman", "Abd al-Rahman", "Abdurrahman", "Abderrahmane", "Abdel Rahman", "Abdulrahman"} {
		if got := PersonName("", "", in, "", "Hassan", ""); got.First != "abdulrahman" {
			t.Errorf("%s: %+v", in, got)
		}
	}
}

func BenchmarkPersonName(b *testing.B) {
	for _, c := range []struct {
		name string
		in   written
	}{{"parts", written{First: "Annegret", Last: "Wendler"}}, {"whole", written{Name: "Dr. Anna B. von der Heide"}}, {"accents", written{First: "Désirée", Last: "Müller-Lüdenscheidt"}}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.in.parse()
			}
		})
	}
}
