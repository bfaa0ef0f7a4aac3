package excel

// The palette. All text keeps a contrast of at least 5.3 to 1 on its ground.
const (
	ink      = "16242F"
	muted    = "5A6872"
	hairline = "DDE3E8"
	wash     = "F3F6F8"
	accent   = "0B5F7A" // actual, good, links
	mid      = "6FA9BC"
	tint     = "CFE4EA" // data bars
	previous = "BAC4CC" // the period compared with
	bad      = "B23A1B"
	white    = "FFFFFF"
	dark     = "45525C"
	grey     = "8C98A1"
	heatHigh = "8FBFCE"
	heatLow  = "EDB9A8"
	immature = "E4E8EB" // what cannot be measured yet
	answer   = "FFF4C2" // cells the reader fills in
)

const font = "Arial"

// Heights in points.
const (
	rowHeight   = 16.5
	gutter      = 1.1 // width of column A in characters
	pixelsAChar = 7.0 // width of a digit in the normal style
	pixelsAPt   = 4.0 / 3
)
