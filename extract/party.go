package extract

// The kinds of party.
const (
	Person  = "person"
	Company = "company"
	OfFirm  = "contact" // a person who belongs to a company account
)

// The states of a party in its source.
const (
	PartyActive    = "active"
	PartyClosed    = "closed"
	PartyDeceased  = "deceased"
	PartyErased    = "erased"
	PartyStaff     = "staff"
	PartyTest      = "test"
	PartyAffiliate = "intercompany"
)

// Consent to be contacted for marketing.
const (
	ConsentUnknown = "unknown"
	ConsentGiven   = "yes"
	ConsentRefused = "no"
)

// A Party is a person or company as one source knows them: a customer, a contact
// of an account, a caller, an enquirer.
type Party struct {
	Ref
	Type                                        string
	Name                                        string // as written, where the source has one field
	Prefix, First, Middle, Last, Suffix         string
	Company                                     string
	Email, Phone, Mobile                        string
	Street, Street2, Zip, City, Region, Country string
	Born                                        Day
	Birthplace, Occupation                      string
	TaxNumber, RegisterNumber                   string
	Account                                     string // the party that a contact belongs to, or a company's parent
	Household                                   string // where the source itself knows households
	Segment, Territory, Rep, Language           string
	Consent                                     string
	AcquiredThrough                             string
	AcquisitionCost                             Opt[Money]
	ExitReason, Competitor                      string
	ExitOn                                      Day
	Status                                      string
	MergedInto                                  string
	Created, Changed                            Instant
}

// Fields implements Record.
func (p *Party) Fields() []Field {
	return []Field{
		p.field("What the source calls the party; for a guest, an expression over the order."),
		{Name: "type", Ptr: &p.Type, OneOf: []string{Person, Company, OfFirm}, Help: "Person, company, or contact of an account."},
		{Name: "name", Ptr: &p.Name, Help: "The whole name, where it is one field."},
		{Name: "prefix", Ptr: &p.Prefix, Help: "Mr, Dr and the like."},
		{Name: "first", Ptr: &p.First, Help: "Given name."},
		{Name: "middle", Ptr: &p.Middle, Help: "Middle names."},
		{Name: "last", Ptr: &p.Last, Help: "Family name."},
		{Name: "suffix", Ptr: &p.Suffix, Help: "Jr, III and the like."},
		{Name: "company", Ptr: &p.Company, Help: "The company's name, or the one a person works for."},
		{Name: "email", Ptr: &p.Email, Help: "E-mail address as written."},
		{Name: "phone", Ptr: &p.Phone, Help: "Telephone number as written."},
		{Name: "mobile", Ptr: &p.Mobile, Help: "A second telephone number."},
		{Name: "street", Ptr: &p.Street, Help: "Street and house number."},
		{Name: "street2", Ptr: &p.Street2, Help: "Second line of the address."},
		{Name: "zip", Ptr: &p.Zip, Help: "Postcode, as text."},
		{Name: "city", Ptr: &p.City, Help: "City."},
		{Name: "region", Ptr: &p.Region, Help: "State, province or county."},
		{Name: "country", Ptr: &p.Country, Help: "Country, two letters where known."},
		{Name: "born", Ptr: &p.Born, Help: "Date of birth."},
		{Name: "birthplace", Ptr: &p.Birthplace, Help: "Where they were born: one more field to recognise them by."},
		{Name: "occupation", Ptr: &p.Occupation, Help: "Profession or job title; for a contact, the role in the company."},
		{Name: "tax_number", Ptr: &p.TaxNumber, Help: "Tax or VAT number."},
		{Name: "register_number", Ptr: &p.RegisterNumber, Help: "Number in a public register."},
		{Name: "account", Ptr: &p.Account, Help: "The id of the account a contact belongs to, or of a company's parent."},
		{Name: "household", Ptr: &p.Household, Help: "The household's key, where the source knows it."},
		{Name: "segment", Ptr: &p.Segment, Help: "Business type or customer group, in the company's words."},
		{Name: "territory", Ptr: &p.Territory, Help: "Sales territory."},
		{Name: "rep", Ptr: &p.Rep, Help: "Who looks after the party: a rep's id or name."},
		{Name: "language", Ptr: &p.Language, Help: "Preferred language."},
		{Name: "consent", Ptr: &p.Consent, OneOf: []string{ConsentUnknown, ConsentGiven, ConsentRefused}, Help: "May we contact them for marketing: yes, no or unknown."},
		{Name: "acquired_through", Ptr: &p.AcquiredThrough, Help: "How they came to us: referral, fair, web."},
		{Name: "acquisition_cost", Ptr: &p.AcquisitionCost, Help: "What it cost to win them."},
		{Name: "exit_reason", Ptr: &p.ExitReason, Help: "Why they left, if they said."},
		{Name: "competitor", Ptr: &p.Competitor, Help: "Whom they left for."},
		{Name: "exit_on", Ptr: &p.ExitOn, Help: "When they left."},
		{Name: "status", Ptr: &p.Status, OneOf: []string{PartyActive, PartyClosed, PartyDeceased, PartyErased, PartyStaff, PartyTest, PartyAffiliate}, Help: "Staff, test and intercompany parties are left out of every figure and counted."},
		{Name: "merged_into", Ptr: &p.MergedInto, Help: "The id of the party the source itself merged this one into."},
		{Name: "created", Ptr: &p.Created, Help: "When the source first knew them."},
		{Name: "changed", Ptr: &p.Changed, Help: "When the row last changed."},
	}
}

// Check implements Checked: a party nobody could ever recognise is no party.
func (p *Party) Check() *Fault {
	if p.Status == PartyErased {
		return nil
	}
	for _, s := range []string{p.Name, p.First, p.Last, p.Company, p.Email, p.Phone, p.Mobile, p.TaxNumber, p.Household} {
		if s != "" {
			return nil
		}
	}
	return &Fault{Field: "name", Reason: "the row has no name, company, e-mail, phone, tax number or household: map at least one"}
}
