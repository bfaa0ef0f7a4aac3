package warehouse

// What a key may be long, in bytes. Servers bound the length of a primary key (3072
// bytes with InnoDB's usual pages, half of that with small ones); the same bound
// holds in a file, so that both keep the same rows.
const (
	longestSource = 64
	longestKey    = 512 // an id, or the order of a line
)
