package pages

import "clientele/transform"

// shrinking are accounts that still buy, less than before: they can be asked why.
func shrinking(r row) bool { return r.Active && r.Move == transform.MoveDeclining }

// listedFalls are the falls that stand on the sheet, largest first: where most of the
// largest are of customers already lost, some more of those who still buy, so that
// whoever is to be asked about it is there to be found.
func (b *book) listedFalls(falls []row) []row {
	listed := append([]row{}, first(falls, mostFalls)...)
	asked := 0
	for i, r := range falls {
		if asked == callsAWeek+talksAWeek { // those that are called anyway and as many as can be asked
			break
		}
		if shrinking(r) && b.stake(r) > 0 {
			if asked++; i >= mostFalls {
				listed = append(listed, r)
			}
		}
	}
	return listed
}
