package demo

import (
	"clientele/extract"
)

// The states of an account in the shop.
const (
	isActive = 1 + iota
	isClosed
	isDeceased
	isErased
	_
	_
	isAffiliate
	isStaff
	isTest
)

// A customer is a firm or a private person with an account, as they really are.
type customer struct {
	face
	home              city
	seg, terr         int
	entity, household int
	status            int
	start, end        extract.Day // end 0: still with us
	rate, basket      float64     // orders a month, euros an order
	breadth           []int       // categories bought, the favourite first
	turn              extract.Day // from here the trend sets in
	trend             float64     // and this is where it leads within a year
	discount          float64
	payDays           int
	delay             float64 // days paid late, on average; beyond 200: not at all
	caller            float64 // calls an order
	serial            bool    // complains about everything
	mood              float64 // 0 is usual, below is unhappy
	visits            float64 // visits a month
	source            int
	winCost           int64
	consent           int
	contacts          []contact
	shop              []account
	debtors           []account
	desk              []string // addresses they write from
	org               string
	deal              *contract
}

// A contact is a person who acts for a firm.
type contact struct {
	face
	id          int64
	entity      int
	job, salute string
	changed     moment
}

// An account is one row in which a database writes a customer down.
type account struct {
	face
	id, merged       int64
	created, changed moment
	status           int
}

// A contract is an agreement on a year's volume.
type contract struct {
	volume, monthly int64 // cents
	discount        float64
	days            int
	starts          extract.Day
	status          string
}

func (c *customer) firm() bool { return c.company != "" }

// source is a way customers come.
type source struct {
	name string
	cost float64 // euros a firm costs to win
}

const byEnquiry = 4

var sources = []source{{"Referral", 45}, {"Rep", 310}, {"Web", 120}, {"Trade fair", 420}, {"Enquiry line", 90}, {"Advertising", 260}}
