// Package contract holds models of customers under contract, who are seen to leave: how
// many contracts outlast their next renewals and how much longer one of them will run.
// Time is counted in renewals, whatever period lies between two. It knows numbers only:
// no calendar, no clock and no money; chance comes in from outside. Who leaves unseen is for package
// lifetime, what was observed so far for the survival curves of package model.
package contract
