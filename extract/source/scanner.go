package source

import (
	"bytes"
	"strings"
)

// A scanner reads a date and a time from left to right.
type scanner struct {
	b []byte
}

func (p *scanner) done() bool { return len(p.b) == 0 }

// number reads between least and most digits; -1 if there are fewer or more.
func (p *scanner) number(least, most int) int64 {
	n := digits(p.b)
	if n < least || n > most {
		return -1
	}
	v := atoi(p.b[:n])
	p.b = p.b[n:]
	return v
}

// mark takes one of the characters, 0 if none of them follows.
func (p *scanner) mark(any string) byte {
	if len(p.b) == 0 || strings.IndexByte(any, p.b[0]) < 0 {
		return 0
	}
	c := p.b[0]
	p.b = p.b[1:]
	return c
}

// date reads three numbers between equal separators.
func (p *scanner) date() (stamp, string) {
	year := digits(p.b) == 4
	a := p.number(1, 4)
	sep := p.mark("-/.")
	b := p.number(1, 2)
	if a < 0 || b < 0 || sep == 0 || p.mark(string(sep)) == 0 {
		return stamp{}, notDate
	}
	if year {
		c := p.number(1, 2)
		if c < 0 {
			return stamp{}, notDate
		}
		return dayStamp(a, b, c)
	}
	if digits(p.b) != 4 {
		return stamp{}, notDate
	}
	return western(a, b, p.number(4, 4), sep)
}

// western orders day and month in front of a year: points mean day first, others
// are clear only where one of the two cannot be a month.
func western(a, b, year int64, sep byte) (stamp, string) {
	switch {
	case sep == '.' || a > 12 || a == b:
		return dayStamp(year, b, a)
	case b > 12:
		return dayStamp(year, a, b)
	}
	return stamp{}, dayMonth
}

func dayStamp(y, m, d int64) (stamp, string) {
	day, reason := calendar(y, m, d)
	return stamp{day: day}, reason
}

// clock reads a time of day and an offset, if any; false if it is no such thing.
func (p *scanner) clock(s *stamp) bool {
	if p.mark("T t") == 0 {
		return false
	}
	p.b = bytes.TrimLeft(p.b, " ")
	h := p.number(1, 2)
	if h < 0 || p.mark(":") == 0 {
		return false
	}
	m, sec, micros := p.number(2, 2), int64(0), int64(0)
	if p.mark(":") != 0 {
		sec = p.number(2, 2)
		if p.mark(".,") != 0 {
			micros = p.fraction()
		}
	}
	h = p.halfDay(h)
	if h < 0 || m < 0 || sec < 0 || micros < 0 {
		return false
	}
	ok := false
	s.micros, ok = timeOfDay(h, m, sec, micros)
	s.timed = true
	return ok && p.zone(s)
}

// fraction reads decimals of a second and keeps six.
func (p *scanner) fraction() int64 {
	n := digits(p.b)
	if n == 0 {
		return -1
	}
	v := int64(0)
	for i := range 6 {
		v *= 10
		if i < n {
			v += int64(p.b[i] - '0')
		}
	}
	p.b = p.b[n:]
	return v
}

// halfDay applies AM and PM to an hour, -1 where they do not fit.
func (p *scanner) halfDay(h int64) int64 {
	rest := bytes.TrimLeft(p.b, " ")
	if len(rest) < 2 || rest[1]|0x20 != 'm' || rest[0]|0x20 != 'a' && rest[0]|0x20 != 'p' {
		return h
	}
	p.b = rest[2:]
	if h < 1 || h > 12 {
		return -1
	}
	h %= 12
	if rest[0]|0x20 == 'p' {
		h += 12
	}
	return h
}

// zone reads Z, UTC or an offset as +02:00, +0200 or +02.
func (p *scanner) zone(s *stamp) bool {
	p.b = bytes.TrimLeft(p.b, " ")
	if p.done() {
		return true
	}
	s.zoned = true
	if string(p.b) == "Z" || string(p.b) == "z" || string(p.b) == "UTC" {
		return true
	}
	sign := p.mark("+-")
	if sign == 0 {
		return false
	}
	h, m := p.number(2, 4), int64(0)
	if h > 99 {
		h, m = h/100, h%100
	} else if p.mark(":") != 0 {
		m = p.number(2, 2)
	}
	s.offset = h*3600 + m*60
	if sign == '-' {
		s.offset = -s.offset
	}
	return p.done() && h >= 0 && h <= 15 && m >= 0 && m < 60
}
