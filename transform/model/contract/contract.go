// Package contract holds models of customers under contract, who are seen to leave: how
// many contracts outlast their next renewals and how much longer one of them will run.
// Time is counted in renewals, whatever period lies between two. It knows numbers only:
// no calendar, no clock, no money and no random number. Who leaves unseen is for package
// lifetime, what was observed so far for the survival curves of package model.
package contract
