package alarm

// since makes one trouble of all slots of a job that is about no period, from its
// first failure until it works again: a refresh that comes round each hour is told
// once while a source is down, not each hour.
func (f Facts) since(x Open) Open {
	if x.Period.To != 0 {
		return x
	}
	first, failures := f.streak(x.Job)
	if failures == 0 {
		return x
	}
	x.Key, x.Failures = first.Key, max(x.Failures, failures)
	if x.Slot > 0 {
		x.Slot = min(x.Slot, first.Began)
	}
	return x
}

// streak returns the first failure of a job since it last did all it should, and how
// many there were.
func (f Facts) streak(job string) (first Run, failures int) {
	for _, r := range f.Runs {
		switch {
		case r.Job != job || r.Private:
		case r.OK:
			failures = 0
		case r.Ending == Amiss || r.Ending == Stopped:
			if failures++; failures == 1 {
				first = r
			}
		}
	}
	return first, failures
}
