package linkage

// null is the level of a field that one side does not have: it says nothing.
const null = 15

// The levels of agreement, field by field, from disagreement upwards.
const (
	firstOther, firstDiffers, firstAlike, firstNear, firstVariant, firstSwapped, firstSame = 0, 1, 2, 3, 4, 5, 6

	middleDiffers, middleNear, middleSame                              = 0, 1, 2
	lastDiffers, lastPart, lastNear, lastSame                          = 0, 1, 2, 3
	titleDiffers, titleSame                                            = 0, 1
	bornDiffers, bornDecade, bornYear, bornMonth, bornSlip, bornSame   = 0, 1, 2, 3, 4, 5
	mailDiffers, mailDomain, mailAlike, mailNear, mailShared, mailSame = 0, 1, 2, 3, 4, 5
	phoneDiffers, phoneNear, phoneShared, phoneSame                    = 0, 1, 2, 3
	codeDiffers, codeTwo, codeSlip, codeSame                           = 0, 1, 2, 3
	textDiffers, textNear, textSame                                    = 0, 1, 2
	firmDiffers, firmPart, firmNear, firmSame                          = 0, 1, 2, 3
)

// The levels of a place, which weighs street, postcode and city together: they
// are not independent of each other.
const (
	placeDiffers  = iota
	placeNearby   // nearly the same postcode, a like city
	placeCity     // other street, or none to compare, and the same city
	placeMovedZip // other street, same postcode
	placeArea     // from here on no street to compare
	placeDistrict
	placeSector
	placeZip
	placeElsewhere // same street, other place
	placeHouse     // same street, other house
	placeStreetNear
	placeStreet
)

// The levels of a street.
const (
	streetDiffers = iota
	streetHouse
	streetNear
	streetSame
)
