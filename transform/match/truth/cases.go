package truth

import "slices"

// What the people of the cases share.
const (
	house  = "street=12 Orchard Lane; zip=48213; city=Tessenow; "
	phone  = "phone=030 5556677; "
	mail   = "email=wendlers@posteo.de; "
	board  = "phone=030 4443300; "
	office = "company=Brandstetter Logistik; street=Hafenstr. 8; zip=48215; city=Tessenow; "
)

// Cases lists the cases in which textbook matching goes wrong, in the order of their
// numbers.
func Cases() []Case {
	return slices.Concat(families(), namesakes(), couples(), mailboxes(), changes(), swaps(), addresses(), tags(), nobodies(), firms(), nicknames(), births(), lives(), late())
}

// families: twins and siblings.
func families() []Case {
	const born = "born=1990-05-17; "
	return []Case{
		{1, "twins of one address, birthday and e-mail are two people", records("first=Anna; last=Wendler; "+house+born+mail, "first=Lena; last=Wendler; "+house+born+mail), "a b", true, false},
		{1, "twins whose names differ by two letters are two people", records("first=Christian; last=Wendler; "+house+born+mail, "first=Christina; last=Wendler; "+house+born+mail), "a b", true, false},
		{1, "siblings with one mailbox and telephone are two people", records("first=Jan; last=Wendler; born=1990-05-17; "+house+mail+phone, "first=Jana; last=Wendler; born=1992-08-02; "+house+mail+phone), "a b", true, false},
		{1, "a twin's misspelt record is hers, not her sister's", records("first=Annegret; last=Wendler; "+house+born+mail, "first=Anegret; last=Wendler; "+house+born+mail, "first=Lena; last=Wendler; "+house+born+mail), "ab c", true, false},
		{1, "one person written down twice is no pair of twins", records("first=Annegret; last=Wendler; "+house+born+mail, "first=Annegret; last=Wendler; "+house+born), "ab", false, false},
	}
}

// namesakes: father and son.
func namesakes() []Case {
	return []Case{
		{2, "father and son of one name and address are told apart by their suffixes", records("first=Karl; last=Wendler; suffix=Sr; "+house+phone, "first=Karl; last=Wendler; suffix=Jr; "+house+phone), "a b", true, false},
		{2, "I and II written in the last name are suffixes", records("first=Karl; last=Wendler II; "+house+phone, "first=Karl; last=Wendler III; "+house+phone), "a b", true, false},
		{2, "a missing suffix separates nobody", records("first=Karl; last=Wendler; suffix=Sr; "+house+phone, "first=Karl; last=Wendler; "+house+phone), "ab", false, false},
		{2, "one without a suffix never joins father and son", records("first=Karl; last=Wendler; suffix=Sr; "+house+phone, "first=Karl; last=Wendler; suffix=Jr; "+house+phone, "first=Karl; last=Wendler; "+house+phone), "a b c|ac b|a bc", false, false},
		{2, "birth dates a generation apart separate one name and address", records("first=Karl; last=Wendler; born=1950-03-04; "+house, "first=Karl; last=Wendler; born=1984-11-23; "+house), "a b", true, false},
	}
}

// couples: two people behind one number and one mailbox.
func couples() []Case {
	shared := "last=Wendler; " + house + phone + mail
	return []Case{
		{3, "a couple sharing everything but the first name is two people", records("first=Robert; "+shared, "first=Susan; "+shared), "a b", true, false},
		{3, "Patrick is not Patricia", records("first=Patrick; "+shared, "first=Patricia; "+shared), "a b", true, false},
		{3, "Pat between Patrick and Patricia goes to a person", records("first=Patrick; "+shared, "first=Patricia; "+shared, "first=Pat; "+shared), "a b c", true, true},
		{3, "Pat with Patricia's birth date and mobile is Patricia", records("first=Patrick; born=1961-02-03; mobile=0171 2223344; "+shared, "first=Patricia; born=1964-10-20; mobile=0171 9998877; "+shared, "first=Pat; born=1964-10-20; mobile=0171 9998877; "+shared), "a bc", true, false},
		{3, "a couple of two last names is two people", records("first=Robert; last=Wendler; "+house+phone+mail, "first=Susan; last=Ohm; "+house+phone+mail), "a b", true, false},
	}
}

// mailboxes: an address that many people use.
func mailboxes() []Case {
	twenty := crowd("last=Zander%c; email=accounts@brandstetter.de; phone=030 4443300", 20)
	return []Case{
		{4, "a shared mailbox merges none of twenty people", records(twenty...), apart(20), false, false},
		{4, "a shared mailbox of the name's own spelling merges none of twenty people", records(crowd("last=Zander%c; email=brandstetter@posteo.de", 20)...), apart(20), false, false},
		{4, "of twenty only a misspelt name with one mobile is merged", records(append(crowd("last=Zander%c; email=accounts@brandstetter.de; "+board, 19), "first=Quirinius; last=Zanderhoff; mobile=0171 2223344; email=accounts@brandstetter.de; "+board, "first=Quirinus; last=Zanderhoff; mobile=0171 2223344; email=accounts@brandstetter.de; "+board)...), apart(20) + "u", false, false},
		{4, "info@ alone merges nobody", records("first=Anna; last=Wendler; email=info@wendler-bau.de", "first=Bernd; last=Ohm; email=info@wendler-bau.de"), "a b", false, false},
		{4, "firms whose invoices go to one tax adviser are two", records("type=company; company=Gasthof Linde; email=buchhaltung@steuer-moll.de; zip=48213; city=Tessenow", "type=company; company=Hotel Seeblick; email=buchhaltung@steuer-moll.de; zip=77123; city=Olmen"), "a b", false, false},
	}
}

// changes: another last name.
func changes() []Case {
	const born = "born=1988-03-04; "
	return []Case{
		{5, "a new last name with the same birth date and phone merges", records("first=Annegret; last=Wendler; "+born+phone, "first=Annegret; last=Ohm; "+born+phone), "ab", false, false},
		{5, "a new last name with the same birth date and address merges", records("first=Annegret; last=Wendler; "+born+house, "first=Annegret; last=Ohm; "+born+house), "ab", false, false},
		{5, "a double name with the same birth date and mailbox merges", records("first=Annegret; last=Wendler; "+born+"email=awx77@posteo.de", "first=Annegret; last=Wendler-Ohm; "+born+"email=awx77@posteo.de"), "ab", false, false},
		{5, "a new last name at the same phone alone does not", records("first=Anna; last=Wendler; "+phone, "first=Anna; last=Ohm; "+phone), "a b", false, false},
		{5, "a new last name with the birth date alone does not", records("first=Anna; last=Wendler; "+born+"email=wendler12@posteo.de", "first=Anna; last=Ohm; "+born+"email=ohm34@gmx.de"), "a b", false, false},
	}
}

// swaps: first and last name exchanged.
func swaps() []Case {
	return []Case{
		{6, "swapped names with one phone merge", records("first=Annegret; last=Wendler; "+phone, "first=Wendler; last=Annegret; "+phone), "ab", false, false},
		{6, "swapped names with one mailbox and address merge", records("first=Martin; last=Thomas; email=mt1@posteo.de; "+house, "first=Thomas; last=Martin; email=mt1@posteo.de; "+house), "ab", false, false},
		{6, "mirrored names with other contacts are two people", records("first=Thomas; last=Martin; phone=030 5556677; email=tm@posteo.de", "first=Martin; last=Thomas; phone=030 9988776; email=mt@posteo.de"), "a b", false, false},
		{6, "mirrored names in one town with other homes are two people", records("first=Thomas; last=Martin; street=Ring 1; zip=48213; city=Tessenow", "first=Martin; last=Thomas; street=Am Wall 77; zip=48213; city=Tessenow"), "a b", false, false},
	}
}
