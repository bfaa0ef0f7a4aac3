package source

// parseISO reads what databases write, YYYY-MM-DD and YYYY-MM-DD HH:MM:SS, and
// gives up on everything else. Nearly every date goes this way, so it is quick.
func parseISO(b []byte) (stamp, bool) {
	if len(b) != 10 && len(b) != 19 || b[4] != '-' || b[7] != '-' {
		return stamp{}, false
	}
	y, m, d := two(b[0:2])*100+two(b[2:4]), two(b[5:7]), two(b[8:10])
	if y < 1000 || m < 1 || m > 12 || d < 1 || d > 28 && d > monthDays(y, m) {
		return stamp{}, false
	}
	s := stamp{day: dayOf(y, m, d)}
	if len(b) == 10 {
		return s, true
	}
	if b[10] != ' ' && b[10] != 'T' || b[13] != ':' || b[16] != ':' {
		return stamp{}, false
	}
	h, mi, sec := two(b[11:13]), two(b[14:16]), two(b[17:19])
	if h < 0 || mi < 0 || sec < 0 {
		return stamp{}, false
	}
	ok := false
	s.micros, ok = timeOfDay(h, mi, sec, 0)
	s.timed = true
	return s, ok
}

// two reads two digits; hugely negative if they are none.
func two(b []byte) int64 {
	t, u := b[0]-'0', b[1]-'0'
	if t > 9 || u > 9 {
		return -1 << 20
	}
	return int64(t)*10 + int64(u)
}
