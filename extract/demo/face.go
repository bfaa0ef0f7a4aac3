package demo

import (
	"fmt"
	"strings"

	"clientele/extract"
)

// A face is what a party gives as its own: who it is and where to find it.
type face struct {
	first, last, company              string
	email, phone, mobile              string
	street, zip, city, country, taxNo string
	born                              extract.Day
}

// person invents a person who lives in a city.
func (g *registrar) person(d *dice, home city) face {
	f := face{first: pick(d, firstNames), last: pick(d, lastNames)}
	f.address(d, home)
	f.mobile = fmt.Sprintf("%s1%d%d %07d", national(home.country), d.between(5, 7), d.IntN(10), d.IntN(10_000_000))
	f.phone = f.mobile
	if d.chance(.45) {
		f.phone = landline(d, home)
	}
	f.email = g.fresh(slug(f.first)+pick(d, []string{".", "_", ""})+slug(f.last), pick(d, mailHosts))
	if d.chance(.5) {
		f.born = g.c.opts.AsOf - extract.Day(d.between(20*365, 78*365))
	}
	return f
}

// firm invents a business.
func (g *registrar) firm(d *dice, s segment, home city) face {
	core := pick(d, signNouns)
	if d.chance(.4) {
		core = pick(d, lastNames)
	}
	name := pick(d, s.signs) + " " + core
	if d.chance(.35) {
		name += " " + home.name
	}
	f := face{company: strings.TrimSpace(name + " " + pick(d, legalForms))}
	f.address(d, home)
	f.phone = landline(d, home)
	f.email = g.fresh("info", slug(name)+".de")
	f.taxNo = fmt.Sprintf("%s%09d", home.country, d.IntN(1_000_000_000))
	return f
}

func (f *face) address(d *dice, home city) {
	f.street = fmt.Sprintf("%s %d", pick(d, streets), d.between(1, 140))
	f.city, f.country = home.name, home.country
	switch home.country {
	case "DE":
		f.zip = home.zip + fmt.Sprintf("%03d", d.between(100, 999))
	case "GB":
		f.zip = fmt.Sprintf("%s%d %d%c%c", home.zip, d.between(1, 9), d.between(1, 9), 'A'+d.IntN(20), 'A'+d.IntN(20))
	default:
		f.zip = home.zip + fmt.Sprintf("%02d", d.between(1, 99))
	}
}

// host is the part of the e-mail address that a firm's people share.
func (f *face) host() string { return f.email[strings.IndexByte(f.email, '@')+1:] }

func landline(d *dice, home city) string {
	number := fmt.Sprintf("%d%06d", d.between(2, 9), d.IntN(1_000_000))
	if home.country == "DE" {
		return home.area + " " + number
	}
	return dialling[home.country] + " " + strings.TrimPrefix(home.area, "0") + " " + number
}

func national(country string) string {
	if country == "DE" {
		return "0"
	}
	return dialling[country] + " "
}

var slugs = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "ş", "s", "ç", "c", "ı", "i", "ã", "a", "í", "i", " & co. kg", "", " ", "-", ".", "", "&", "", "(", "", ")", "")

func slug(s string) string { return slugs.Replace(strings.ToLower(s)) }

// fresh returns an address that nobody else has.
func (g *registrar) fresh(local, host string) string {
	address := local + "@" + host
	for n := 2; g.taken[address]; n++ {
		if local == "info" {
			address = fmt.Sprintf("info@%s-%d.de", strings.TrimSuffix(host, ".de"), n)
		} else {
			address = fmt.Sprintf("%s%d@%s", local, n, host)
		}
	}
	g.taken[address] = true
	return address
}
