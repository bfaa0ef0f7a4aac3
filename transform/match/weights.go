package match

// weight is what one level of agreement is worth, in bits: the logarithm of how
// many times more often it is seen between two records of one customer than
// between strangers (chance) and between relatives or colleagues (kin). A name or
// number that few hold is worth more against chance: rare adds its own surprise.
type weight struct {
	chance, kin float64
	rare        bool
}

// Two records are one customer from Accept bits on, if no pair between their
// groups clashes and the mean over all pairs between the groups is at least
// Together. From Look bits on a pair that stays apart is worth a person's look.
const (
	Accept   = 1.0
	Together = -3.0
	Look     = -2.0
)

// kinPrior is how much rarer two records of one customer are than two of one
// household or company.
const kinPrior = -1.0

// The scheme is that of Fellegi and Sunter (1969) with a third case beside match
// and non-match: kin. personWeights were set by hand from counts on records whose truth is known, then
// rounded; they are not learned from the records at hand.
var personWeights = [fields][levels]weight{
	ofFirst: {
		exact: {-.3, 0, true}, variant: {3, 3, false}, nearly: {4, 4, false}, partly: {1, 1, false},
		swapped: {-3, 0, true}, differs: {-7, -7, false},
	},
	ofLast: {
		exact: {-.1, 1, true}, nearly: {6, 1, false}, partly: {3, 0, false},
		swapped: {-.3, 1, true}, differs: {-4, -3.2, false},
	},
	ofMiddle:     {exact: {2, 2, false}, variant: {1, 1, false}, nearly: {1, 1, false}, differs: {-2, -2, false}},
	ofGeneration: {exact: {1, 1, false}},
	ofSex:        {differs: {-4, -4, false}},
	ofBirth:      {exact: {13.5, 8, false}, nearly: {7, 4, false}, partly: {3, 2, false}, differs: {-5.5, -5.5, false}},
	ofEmail: {
		exact: {-1, 3.3, true}, shared: {-2, -1.5, true}, variant: {9, 2.5, false}, nearly: {9, 2.5, false}, partly: {8, 2.5, false},
		differs: {-1.4, -.7, false}, rival: {-5, -4, false},
	},
	ofPhone: {
		exact: {-1, 2.5, true}, shared: {-2, -1.5, true}, nearly: {8, 2, false}, differs: {-1, -.6, false},
	},
	ofPlace: {
		exact: {-.7, 0, true}, nearly: {8, 0, false}, partly: {-1.5, 0, true}, variant: {-2, 0, true}, differs: {-1.6, 0, false},
	},
	ofTax:     {exact: {-1, 14, true}, nearly: {6, 6, false}, differs: {-6, -6, false}},
	ofCompany: {exact: {-1, -.5, true}, nearly: {5, -.5, false}, differs: {-2, -1, false}},
}

// companyWeights weigh the same for companies; kin are other companies of one
// group: same words, other city.
var companyWeights = [fields][levels]weight{
	ofCompany: {exact: {-.3, 2, true}, nearly: {8, 1, false}, partly: {3, -2, false}, differs: {-4, -3, false}},
	ofEmail: {
		exact: {-1, 3, true}, shared: {-1.5, 2, true}, variant: {8, 2, false}, nearly: {8, 2, false}, partly: {7, 1, false}, differs: {-1, -.5, false},
	},
	ofPhone:    {exact: {-1, 3, true}, shared: {-1, 2, true}, nearly: {8, 2, false}, differs: {-1, -1, false}},
	ofPlace:    {exact: {-1, 3, true}, nearly: {8, 2, false}, partly: {-1.5, 1, true}, variant: {-2, 0, true}, differs: {-2, -3, false}},
	ofTax:      {exact: {-.5, 8, true}, nearly: {6, 4, false}, differs: {-7, -7, false}},
	ofRegister: {exact: {-.5, 12, true}, differs: {-10, -10, false}},
	ofCity:     {exact: {-.5, 1, true}, nearly: {5, 1, false}, differs: {-3, -4, false}},
}
