package demo

// How often the three departments get things wrong. Shares are of the rows they
// are said of; Every-constants spoil one row in so many, evenly spread, so that
// the number of spoilt rows can be predicted. docs/demo.md says the same in words.
const (
	// Who is written down twice.
	ShopDuplicates    = 0.045 // customers with a second shop account
	DeclaredMerges    = 0.12  // of those, the shop itself knows and says so
	BillingDuplicates = 0.020 // customers with a second debtor

	// How a row differs from what is true, each time it is written down.
	NameTypos      = 0.040 // one letter lost, doubled, changed or swapped
	SwappedNames   = 0.015 // persons whose first and last name changed places
	UpperCase      = 0.030 // the whole name in capitals
	OldAddresses   = 0.060 // the address of before the move
	MissingPhones  = 0.080
	Placeholders   = 0.010 // unknown@unknown.com, 0000000, test@test.com
	MailTypos      = 0.012 // gamil.com and the like
	ReversedNames  = 0.300 // debtors written "Last, First"
	MissingDebtors = 0.300 // private customers that billing does not know

	// What honest people share.
	Couples         = 0.22  // private homes where two share e-mail, phone and address
	Families        = 0.16  // private homes where two to four share phone and address
	Groups          = 0.02  // firms that have one to three sister houses
	Switchboards    = 0.025 // firms that share telephone and address with their neighbours
	AdviserMailbox  = 0.020 // debtors whose invoices go to a tax adviser's mailbox
	SharedMailboxes = 0.350 // contacts who give info@ or accounts@ as their own address

	// Parties that are no customers.
	StaffShare     = 0.004 // staff accounts, of customers
	TestShare      = 0.002
	AffiliateShare = 0.0005
	ErasedShare    = 0.002 // customers who had themselves erased
	ProspectShare  = 0.150 // people who only ever enquire, of customers
	GuestShare     = 0.200 // guest orders, of customers

	// Orders of nobody we know, of all orders.
	CounterSales   = 0.004 // no customer at all
	DeletedBuyers  = 0.003 // a customer number that no longer exists
	NeverInvoiced  = 0.003 // of valid orders
	CancelledShare = 0.020
	DraftShare     = 0.008
	ReturnedShare  = 0.004

	// Rows that are broken on purpose.
	BadOrderEvery   = 20_000 // placed_at 0: no date
	BadPaymentEvery = 4_000  // 0000-00-00
	BadTicketEvery  = 1_500  // 0000-00-00 00:00:00
	BadAnswerEvery  = 1_000  // 2026-02-30
	BadValueEvery   = 400    // enquiries worth "about 5"
	DollarEvery     = 700    // enquiries worth "$90,000 "
	OddNameEvery    = 700    // customers named with a formula, control characters or broken letters
	NoCostEvery     = 40     // products without a cost
)
