package model

import "slices"

// Usable returns baskets as Pairs and Rules take them: in ascending order, each thing
// once, without empty ones and without those of more than most things, which it
// counts. Pairs cost the square of a basket, and one that holds nearly everything
// says nothing about what goes together. Baskets that are in order already are handed
// on, others are copied; none is changed.
func Usable(baskets [][]int32, most int) (usable [][]int32, huge int64) {
	usable = make([][]int32, 0, len(baskets))
	for _, basket := range baskets {
		if !rising(basket) {
			basket = slices.Clone(basket)
			slices.Sort(basket)
			basket = slices.Compact(basket)
		}
		switch n := len(basket); {
		case n > most:
			huge++
		case n > 0:
			usable = append(usable, basket)
		}
	}
	return usable, huge
}

// rising reports whether each number is above the one before it.
func rising(list []int32) bool {
	for i := 1; i < len(list); i++ {
		if list[i] <= list[i-1] {
			return false
		}
	}
	return true
}
