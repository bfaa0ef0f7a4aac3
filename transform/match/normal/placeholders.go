package normal

import "strings"

// set reads words parted by white space.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// placeholders are texts, folded and without blanks, that stand for "not known" in
// whatever field they are.
var placeholders = set(`
test tester testing tests testtest unknown unkown none na null nil nan tbd tba nn nv
unbekannt keine kein keiner keineangabe ka missing notknown notavailable notprovided notspecified notset noname nolastname nofirstname nosurname
asdf asd asdfgh asdfasdf qwerty qwertz qwert dummy sample example anonymous anonym anonymised anonymized noemail abc abcd xyz
firstname lastname vorname nachname surname undefined deleted geloscht gdpr xx zz notgiven notapplicable nomail empty blank leer
inconnu neant aucun sansnom desconocido ninguno sinnombre sconosciuto nessuno onbekend geen nieznany okand ukendt tuntematon desconhecido
donotuse nottouse nichtverwenden tobedeleted loschen duplicate dublette redacted removed
`)

// nobodies are whole names from handbooks and forms.
var nobodies = []string{
	"john doe", "jane doe", "jon doe", "max mustermann", "maxi mustermann", "erika mustermann", "otto normalverbraucher", "lieschen muller", "joe bloggs", "fred bloggs",
	"juan perez de prueba", "jan kowalski test", "test user", "test customer", "test kunde", "test account", "guest user", "guest account", "guest customer", "web user", "walk in",
	"cash customer", "cash sale", "bar verkauf", "lauf kunde", "kunde unbekannt", "unknown customer", "no name", "first last", "new customer", "mickey mouse", "donald duck",
}

var noCompanies = set("privat private personal self selfemployed individual privatperson privatkunde endkunde retired student freelance freelancer particulier particular privato nocompany keinefirma home")

var noStreets = set("sameasabove same asabove sieheoben generaldelivery nofixedabode nfa street strasse address adresse noaddress keineadresse postlagernd st")

// nobodysBoxes are mailboxes that stand for "no mailbox".
var nobodysBoxes = set("no noreply no-reply no_reply donotreply do-not-reply guest gast customer kunde abuse no.email no-email no_email none none.none nobody devnull spam mailer-daemon nomail keine keine.email")

var madeUpHosts = set("test none noemail nomail unknown na invalid dummy asdf localhost nodomain keine xxx example-test noreply")
