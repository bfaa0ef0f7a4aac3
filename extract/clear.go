package extract

// Clear empties a record, so that a reader can fill it again for the next row.
func Clear(r Record) {
	switch r := r.(type) {
	case *Party:
		*r = Party{}
	case *Product:
		*r = Product{}
	case *Order:
		*r = Order{}
	case *Line:
		*r = Line{}
	case *Invoice:
		*r = Invoice{}
	case *Payment:
		*r = Payment{}
	case *Shipment:
		*r = Shipment{}
	case *Return:
		*r = Return{}
	case *Ticket:
		*r = Ticket{}
	case *Enquiry:
		*r = Enquiry{}
	default:
		clearMore(r)
	}
}

func clearMore(r Record) {
	switch r := r.(type) {
	case *Survey:
		*r = Survey{}
	case *Answer:
		*r = Answer{}
	case *Contract:
		*r = Contract{}
	case *Activity:
		*r = Activity{}
	case *Campaign:
		*r = Campaign{}
	case *Contact:
		*r = Contact{}
	case *CostPool:
		*r = CostPool{}
	case *Rate:
		*r = Rate{}
	case *Rep:
		*r = Rep{}
	case *Target:
		*r = Target{}
	}
}
