package excel

// A page of several blocks that does not go on one sheet of paper goes on as few as it can be read on, each beginning
// with a block and the title. The application fits the width only, because it would not heed breaks if it fitted the
// height too, so what makes letters smaller is a wider margin.

const (
	sideMargin  = 0.45  // inches
	paperInches = 11.69 // of A4 landscape
	// roomToBegin is the share of a page that must be free for a block longer than a page to begin there.
	roomToBegin = 0.4
	// unsure is the share of a page by which a block that goes on over pages may end sooner than we think: what follows
	// must not begin at the foot of the page before.
	unsure = 0.12
	// safety is the share of a page that is filled, because an application's rows may be a little higher than ours.
	safety = 0.97
)

// breakPages sets the breaks for as few pages as can be read, and returns the margin that makes them come out.
func (s *sheet) breakPages(p paper) float64 {
	wide := s.wide(p)
	scale := min(1, paperWidth/wide)
	_, fewest := s.paginated(p, min(scale, leastScale))
	for {
		starts, pages := s.paginated(p, scale)
		if pages <= fewest || scale <= leastScale {
			for _, row := range starts {
				s.fail(s.f.InsertPageBreak(s.tab, cell(1, row)))
			}
			return marginFor(wide * scale)
		}
		scale -= 0.01
	}
}

// marginFor leaves the given width of characters at full size between the margins.
func marginFor(chars float64) float64 {
	return rounded(max(sideMargin, (paperInches-chars*(paperInches-2*sideMargin)/paperWidth)/2))
}

// paginated tells with which rows pages begin, and how many there are, when all is printed at a scale.
func (s *sheet) paginated(p paper, scale float64) (starts []int, pages int) {
	room := safety * paperHeight / scale
	used, title := s.tall(1, p.breaks[0]), s.heightOf(1)
	pages, near := 1, false
	for i, from := range p.breaks {
		to := p.lastRow + 1
		if i+1 < len(p.breaks) {
			to = p.breaks[i+1]
		}
		tall := s.tall(from, to)
		long := tall > room-title
		if i > 0 && (near || used+tall > room && (!long || room-used < roomToBegin*room)) { // the head stays with what it heads
			starts = append(starts, from)
			pages++
			used = title
		}
		if used += tall; used > room && !long {
			pages++ // a block cut although a page holds it is as bad as a page more
		}
		near = used > room
		for ; used > room; used -= room - title {
			pages++
		}
		near = near && used < unsure*room
	}
	return starts, pages
}
