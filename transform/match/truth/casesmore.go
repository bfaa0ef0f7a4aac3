package truth

import (
	"fmt"
	"strings"
)

// addresses: mistyped domains and display names.
func addresses() []Case {
	return []Case{
		{7, "a mistyped mail domain adds evidence", records("first=Annegret; last=Wendler; email=awx77@gmail.com", "first=Annegret; last=Wendler; email=awx77@gmial.com"), "ab", false, false},
		{7, "a mistyped mail domain never decides alone", records("email=awx77@gmail.com", "email=awx77@gmial.com"), "a b", false, false},
		{7, "a mistyped mail domain does not make two first names one", records("first=Anna; last=Wendler; email=wendler77@gmail.com", "first=Bernd; last=Wendler; email=wendler77@gmial.com"), "a b", false, false},
		{7, "an address behind a display name is the address", records(`first=Annegret; last=Wendler; email="A. Wendler" <awx77@posteo.de>`, "first=Annegret; last=Wendler; email=AWX77@posteo.de"), "ab", false, false},
	}
}

// tags: what does not count in a mailbox.
func tags() []Case {
	return []Case{
		{8, "tags and dots at Google mean nothing", records("first=Annegret; last=Wendler; email=user.name+shop@gmail.com", "first=Annegret; last=Wendler; email=username@googlemail.com"), "ab", false, false},
		{8, "a tag means nothing elsewhere either", records("first=Annegret; last=Wendler; email=awx77+shop@outlook.com", "first=Annegret; last=Wendler; email=awx77@outlook.com"), "ab", false, false},
		{8, "a dot elsewhere makes two mailboxes", records("first=Anna; last=Wendler; email=a.wendler@posteo.de", "first=Andrea; last=Wendler; email=awendler@posteo.de"), "a b", false, false},
	}
}

// nobodies: values that name nobody.
func nobodies() []Case {
	const none = "email=test@test.com; phone=0000000; born=1900-01-01; "
	return []Case{
		{9, "placeholders are no evidence", records("first=Anna; last=Weber; "+none, "first=Anna; last=Weber; "+none), "a b", false, false},
		{9, "twelve people behind placeholders are twelve", records(crowd("last=Zander%c; "+none, 12)...), apart(12), false, false},
		{9, "real evidence beside placeholders merges", records("first=Annegret; last=Wendler; "+none+house, "first=Annegret; last=Wendler; "+none+house), "ab", false, false},
		{9, "the company's own address is no evidence", records("first=Anna; last=Weber; street=1 Depot Road; city=Tessenow", "first=Anna; last=Weber; street=1 Depot Road; city=Tessenow"), "a b", false, false},
		{9, "a value that twelve different people hold names nobody", records(crowd("last=Zander%c; email=kunde77@posteo.de; phone=030 7771234", 12)...), apart(12), false, false},
	}
}

// firms: companies, their houses and their people.
func firms() []Case {
	fifty := make([]string, 50)
	for i := range fifty {
		fifty[i] = fmt.Sprintf("type=contact; first=%s; last=Zan%ser; account=1; %s%s", given[i%10], strings.Repeat(string(rune('a'+i/2)), 3), office, board)
	}
	return []Case{
		{10, "a misspelt company at one address merges", records("type=company; company=Brandstetter Logistik GmbH; "+house, "type=company; company=Brandsteter Logistik; "+house), "ab", false, false},
		{10, "legal forms are no part of the name", records("type=company; company=Brandstetter G.m.b.H. & Co. KG; "+phone, "type=company; company=BRANDSTETTER; "+phone), "ab", false, false},
		{10, "a renamed company keeps its tax number and address", records("type=company; company=Brandstetter Logistik; tax_number=DE271828182; "+house, "type=company; company=Olmen Fracht; tax_number=DE271828182; "+house), "ab", false, false},
		{10, "a subsidiary in another city with another register number stays", records("type=company; company=Brandstetter Logistik GmbH; city=Tessenow; zip=48213; register_number=HRB 11223; email=info@brandstetter.de", "type=company; company=Brandstetter Logistik GmbH; city=Olmen; zip=77123; register_number=HRB 99887; email=info@brandstetter.de"), "a b", true, false},
		{10, "a house named after its city stays", records("type=company; company=Brandstetter GmbH; city=Tessenow; zip=48213; email=info@brandstetter.de", "type=company; company=Brandstetter GmbH Olmen; city=Olmen; zip=77123; email=info@brandstetter.de"), "a b", true, false},
		{10, "north and south are two companies", records("type=company; company=Brandstetter Nord; "+phone, "type=company; company=Brandstetter Sued; "+phone), "a b", true, false},
		{10, "plant 1 and plant 2 are two companies", records("type=company; company=Brandstetter Werk 1; "+phone, "type=company; company=Brandstetter Werk 2; "+phone), "a b", true, false},
		{10, "a company and two of its houses are three", records("type=company; company=Brandstetter GmbH; "+phone, "type=company; company=Brandstetter Nord GmbH; "+phone, "type=company; company=Brandstetter Sued GmbH; "+phone), "a b c", true, false},
		{10, "one name and two registers at one address are two companies", records("type=company; company=Brandstetter GmbH; register_number=HRB 11223; "+house, "type=company; company=Brandstetter GmbH; register_number=HRB 99887; "+house), "a b", true, false},
		{10, "a contact never is its account", records("type=company; company=Wendler; name=Anna Wendler; email=anna@wendler.de; "+phone, "type=contact; first=Anna; last=Wendler; company=Wendler; email=anna@wendler.de; "+phone), "a b", false, false},
		{10, "fifty employees at one switchboard are fifty", records(fifty...), apart(50), false, false},
		{10, "one first name twice at a switchboard is no match", records("type=contact; first=Anna; "+office+board, "type=contact; first=Anna; last=Ohm; "+office+board), "a b", false, false},
		{10, "a contact with a mailbox of her own is one person in two sources", records("type=contact; first=Annegret; last=Wendler; email=a.wendler@brandstetter.de; "+office+board, "type=contact; name=Annegret Wendler; email=a.wendler@brandstetter.de; company=Brandstetter"), "ab", false, false},
	}
}

// nicknames: short forms, spellings and scripts.
func nicknames() []Case {
	return []Case{
		{11, "Bob is Robert", records("first=Robert; last=Wendler; "+phone, "first=Bob; last=Wendler; phone=+49 30 5556677"), "ab", false, false},
		{11, "Peggy is Margaret", records("first=Margaret; last=Wendler; email=mw771@posteo.de", "first=Peggy; last=Wendler; email=mw771@posteo.de"), "ab", false, false},
		{11, "Mohamed is Muhammad", records("first=Mohamed; last=Wendler; "+house, "first=Muhammad; last=Wendler; "+house), "ab", false, false},
		{11, "Bob is not Susan's nickname", records("first=Susan; last=Wendler; "+phone+house, "first=Bob; last=Wendler; "+phone+house), "a b", true, false},
		{11, "a name in Cyrillic letters is the one in Latin letters", records("first=Ольга; last=Петрова; "+phone+house, "first=Olga; last=Petrova; "+phone+house), "ab", false, false},
		{11, "accents and case mean nothing", records("first=Désirée; last=MÜLLER; "+phone, "first=Desiree; last=Müller; phone=0049305556677"), "ab", false, false},
	}
}

// births: dates and their mistakes.
func births() []Case {
	return []Case{
		{12, "day and month exchanged still agree", records("first=Annegret; last=Wendlinger; born=1988-03-04; zip=48213", "first=Annegret; last=Wendlinger; born=1988-04-03; zip=48213"), "ab", false, false},
		{12, "one digit wrong with one phone merges", records("first=Annegret; last=Wendler; born=1988-03-04; "+phone, "first=Annegret; last=Wendler; born=1988-03-14; "+phone), "ab", false, false},
		{12, "one digit apart with other homes and mailboxes does not", records("first=Anna; last=Weber; born=1988-03-04; street=Ring 1; zip=48213; city=Tessenow; email=aw1988@posteo.de", "first=Anna; last=Weber; born=1988-03-14; street=Am Wall 77; zip=77123; city=Olmen; email=die.weberin@gmx.de"), "a b", false, false},
		{12, "1 January is weak", records("first=Anna; last=Weber; born=1980-01-01", "first=Anna; last=Weber; born=1980-01-01"), "a b", false, false},
	}
}

// lives: what the source itself says of a record.
func lives() []Case {
	return []Case{
		{13, "the records of a deceased person still merge", records("first=Annegret; last=Wendler; status=deceased; "+phone+house, "first=Annegret; last=Wendler; "+phone+house), "ab", false, false},
		{13, "the source's own merge holds against all evidence", records("first=Anna; last=Wendler; merged_into=01", "first=Otto; last=Ohm"), "ab", false, false},
		{13, "the source's own merges hold along a chain", records("first=Anna; last=Wendler; merged_into=01", "first=Otto; last=Ohm; merged_into=02", "first=Ida; last=Moll"), "abc", false, false},
		{13, "an erased person is attached to nobody", records("first=Annegret; last=Wendler; status=erased; "+phone+house, "first=Annegret; last=Wendler; "+phone+house), "a b", false, false},
		{13, "two erased records are not attached to each other", records("status=erased", "status=erased"), "a b", false, false},
	}
}

// late: a thin record in between, before and after it was corrected.
func late() []Case {
	a, b := "first=Anna; last=Weber; "+phone, "first=Anna; last=Weber; email=awx77@posteo.de"
	return []Case{
		{14, "two records merge through a third that agrees with both", records(a, b, "first=Anna; last=Weber; email=awx77@posteo.de; "+phone), "abc", false, false},
		{14, "when the third is corrected they fall apart", records(a, b, "first=Anna; last=Weber; email=weber4@gmx.de; "+phone), "ac b", false, false},
		{14, "a thin record does not melt two people who contradict each other", records("first=Karl; born=1950-03-04; last=Wendler; "+house+phone+mail, "first=K; last=Wendler; "+house+phone+mail, "first=Klaus; born=1984-11-23; last=Wendler; "+house+phone+mail), "a b c|ab c|a bc", false, false},
	}
}

// given are first names that fit none of the others.
var given = []string{"Anke", "Bernd", "Carla", "Dirk", "Ebba", "Falk", "Gesa", "Horst", "Insa", "Jens", "Kirsten", "Lutz", "Merle", "Norbert", "Okka", "Piet", "Quirin", "Rieke", "Sönke", "Tjark"}

// crowd writes people of different names; %c in the rest is a letter of their own.
func crowd(rest string, n int) (lines []string) {
	for i := range n {
		lines = append(lines, "first="+given[i]+"; "+strings.ReplaceAll(rest, "%c", string(rune('a'+i))))
	}
	return lines
}

// apart says that nobody of n is one with another.
func apart(n int) string {
	group := make([]int, n)
	for i := range group {
		group[i] = i
	}
	return letters(group)
}
