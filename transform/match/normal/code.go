package normal

// Code returns an identifying number, of a tax office or a register, for comparing.
func Code(s string) string { return Squeeze(s) }
