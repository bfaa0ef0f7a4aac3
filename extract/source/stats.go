package source

// Stats counts the values that were kept, but not exactly as they stood.
type Stats struct {
	Rounded  int64 // numbers with more decimals than are kept, rounded half to even
	Decoded  int64 // texts that were not UTF-8 and were decoded
	Stripped int64 // texts that lost control characters
	Cut      int64 // texts longer than 32 KiB
	Garbled  int64 // texts that hold the replacement character: broken before us
}
