// Package store is the ground both stores stand on: it opens a database of either
// engine with the settings we rely on, brings its schema up to date, reads named
// queries, writes in one transaction, and turns what a server says into errors a
// person can act on.
//
// It knows no table. What is kept, and what it means, is for packages state and
// warehouse to say.
package store
