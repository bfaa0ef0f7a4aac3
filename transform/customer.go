package transform

import "clientele/extract"

// A Customer is one row of the customer table: the golden record of all records
// that are this person or company.
type Customer struct {
	ID                                 CustomerID
	Household                          CustomerID // the member after whom the household is named; own id when alone
	Account                            CustomerID // the company a contact belongs to, a company's parent, or the first of its sisters
	HouseholdRole, HouseholdWhy        string     // head, parent, child or member, and what binds them; empty when alone
	AccountRole, AccountWhy            string     // main contact, contact, subsidiary or sister, and who says so; empty without account
	Type                               string     // extract.Person, Company or OfFirm
	Name                               string     // as a letter would be addressed
	First, Last, Company               string
	Email, Phone                       string // the primary ones
	Emails, Phones                     string // all of them, one a line
	Street, Zip, City, Region, Country string
	Born                               Day
	TaxNumber, RegisterNumber          string
	Segment, Territory, Rep, Language  string
	Consent                            string // the most restrictive of all records
	AcquiredThrough                    string
	AcquisitionCost                    extract.Opt[Money]
	ExitReason, Competitor             string
	ExitOn                             Day
	Status                             string
	Since                              extract.Instant // earliest record
	Records                            int64           // how many records were merged
	Lineage                            string          // where each field is from and why, as golden.ParseLineage reads it; of two or more records
}

// Fields lists the columns of the customer table.
func (c *Customer) Fields() []extract.Field {
	return []extract.Field{
		{Name: "id", Ptr: (*string)(&c.ID), Need: true, Help: "The customer's id, for good."},
		{Name: "household", Ptr: (*string)(&c.Household), Help: "Id of the member the household is named after."},
		{Name: "account", Ptr: (*string)(&c.Account), Help: "Id of the company a contact belongs to, of a company's parent, or of the first of its sisters."},
		{Name: "type", Ptr: &c.Type, Help: "person, company or contact."},
		{Name: "name", Ptr: &c.Name, Help: "Name as a letter would be addressed."},
		{Name: "first", Ptr: &c.First, Help: "Given name."},
		{Name: "last", Ptr: &c.Last, Help: "Family name."},
		{Name: "company", Ptr: &c.Company, Help: "Company."},
		{Name: "email", Ptr: &c.Email, Help: "Primary e-mail address."},
		{Name: "phone", Ptr: &c.Phone, Help: "Primary telephone number."},
		{Name: "emails", Ptr: &c.Emails, Help: "All e-mail addresses, one a line."},
		{Name: "phones", Ptr: &c.Phones, Help: "All telephone numbers, one a line."},
		{Name: "street", Ptr: &c.Street, Help: "Street and house number."},
		{Name: "zip", Ptr: &c.Zip, Help: "Postcode."},
		{Name: "city", Ptr: &c.City, Help: "City."},
		{Name: "region", Ptr: &c.Region, Help: "State, province or county."},
		{Name: "country", Ptr: &c.Country, Help: "Country."},
		{Name: "born", Ptr: &c.Born, Help: "Date of birth."},
		{Name: "tax_number", Ptr: &c.TaxNumber, Help: "Tax number."},
		{Name: "register_number", Ptr: &c.RegisterNumber, Help: "Register number."},
		{Name: "segment", Ptr: &c.Segment, Help: "Business type."},
		{Name: "territory", Ptr: &c.Territory, Help: "Sales territory."},
		{Name: "rep", Ptr: &c.Rep, Help: "Who looks after them."},
		{Name: "language", Ptr: &c.Language, Help: "Preferred language."},
		{Name: "consent", Ptr: &c.Consent, Help: "May we contact them for marketing: the most restrictive record wins."},
		{Name: "acquired_through", Ptr: &c.AcquiredThrough, Help: "How they came to us."},
		{Name: "acquisition_cost", Ptr: &c.AcquisitionCost, Help: "What it cost to win them."},
		{Name: "exit_reason", Ptr: &c.ExitReason, Help: "Why they left."},
		{Name: "competitor", Ptr: &c.Competitor, Help: "Whom they left for."},
		{Name: "exit_on", Ptr: &c.ExitOn, Help: "When they left."},
		{Name: "status", Ptr: &c.Status, Help: "active, closed, deceased, erased, staff, test or intercompany."},
		{Name: "since", Ptr: &c.Since, Help: "When a source first knew them."},
		{Name: "records", Ptr: &c.Records, Help: "How many records were merged."},
		{Name: "household_role", Ptr: &c.HouseholdRole, Help: "head, parent, child or member; empty when alone."},
		{Name: "household_why", Ptr: &c.HouseholdWhy, Help: "What binds them to the household most strongly."},
		{Name: "account_role", Ptr: &c.AccountRole, Help: "main contact, contact, subsidiary or sister; empty without account."},
		{Name: "account_why", Ptr: &c.AccountWhy, Help: "Who says that they belong to the account."},
		{Name: "lineage", Ptr: &c.Lineage, Help: "Which record each field came from, why, and what was passed over."},
	}
}

// Excluded reports whether the customer is left out of every figure: staff, test
// accounts and companies of the same group.
func (c *Customer) Excluded() bool {
	return c.Status == extract.PartyStaff || c.Status == extract.PartyTest || c.Status == extract.PartyAffiliate
}
