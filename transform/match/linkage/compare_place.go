package linkage

func (t *Table) comparePlace(a, b *record) uint8 {
	street, zip, city := t.compareStreet(a, b), t.compareZip(a, b), compareText(t.city, a.city, b.city)
	if street == null && zip == null && city == null {
		return null
	}
	here := zip == null && city == null || city == textSame || zip != null && zip >= placeSector
	switch {
	case street == null:
		return area(zip, city)
	case street == streetDiffers:
		return moved(zip, city)
	case !here:
		return placeElsewhere
	case street == streetHouse:
		return placeHouse
	case street == streetNear:
		return placeStreetNear
	}
	return placeStreet
}

// area is the level where there is no street to compare.
func area(zip, city uint8) uint8 {
	switch {
	case city == textSame && (zip == null || zip == placeDiffers):
		return placeCity
	case zip == null && city == textNear:
		return placeNearby
	case zip == null:
		return placeDiffers
	}
	return zip
}

// moved is the level of two different streets.
func moved(zip, city uint8) uint8 {
	switch {
	case zip == placeZip:
		return placeMovedZip
	case city == textSame:
		return placeCity
	case zip != null && zip >= placeSector || city == textNear:
		return placeNearby
	}
	return placeDiffers
}

func (t *Table) compareStreet(a, b *record) uint8 {
	x, y := a.street, b.street
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return streetSame
	}
	p, q := &t.homes[x], &t.homes[y]
	if p.road != q.road && t.roads.like(p.road, q.road, 0.9) < 0.9 {
		return streetDiffers
	}
	if p.house == q.house || p.house == 0 || q.house == 0 {
		return streetNear
	}
	return streetHouse
}

// compareZip returns one of the levels of a place.
func (t *Table) compareZip(a, b *record) uint8 {
	x, y := a.zip, b.zip
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return placeZip
	}
	p, q := &t.zips[x], &t.zips[y]
	switch {
	case p[2] == q[2] || t.zip.slip(x, y):
		return placeSector
	case p[1] == q[1]:
		return placeDistrict
	case p[0] == q[0]:
		return placeArea
	}
	return placeDiffers
}
