package transform

import "clientele/extract"

// FiguresService counts what serving the customer took in twelve months.
type FiguresService struct {
	Tickets        int64
	Minutes        extract.Opt[extract.Decimal] // of handling tickets, where recorded
	Complaints     int64
	ComplaintsAll  int64
	OpenComplaints int64
	OldestOpen     extract.Opt[int64] // days
	LastComplaint  Day                // day of the newest
	OldestTicket   string
	OldestSubject  string
	Upheld         int64 // complaints of twelve months found justified
	Judged         int64 // complaints of twelve months found justified or not
	Serial         bool  // complains far more often than others do
	OrderLines     int64
	Shipments      int64
	LateShipments  int64
	VisitCount     int64
	CallCount      int64 // calls, mails and meetings of reps
	ReturnCount    int64
	Enquiries      int64
	OpenEnquiries  int64
	Unanswered     int64              // open enquiries nobody has answered
	EnquiryValue   extract.Opt[Money] // of the open ones
}

func (f *FiguresService) fields() []extract.Field {
	return []extract.Field{
		{Name: "tickets", Ptr: &f.Tickets, Help: "Tickets of twelve months."},
		{Name: "minutes", Ptr: &f.Minutes, Help: "Minutes of handling them, where recorded."},
		{Name: "complaints", Ptr: &f.Complaints, Help: "Complaints of twelve months."},
		{Name: "complaints_all", Ptr: &f.ComplaintsAll, Help: "Complaints to date."},
		{Name: "open_complaints", Ptr: &f.OpenComplaints, Help: "Complaints not closed."},
		{Name: "oldest_open", Ptr: &f.OldestOpen, Help: "Days the oldest open complaint has waited."},
		{Name: "last_complaint", Ptr: &f.LastComplaint, Help: "Day of the newest complaint."},
		{Name: "oldest_ticket", Ptr: &f.OldestTicket, Help: "Its number."},
		{Name: "oldest_subject", Ptr: &f.OldestSubject, Help: "What it says."},
		{Name: "upheld", Ptr: &f.Upheld, Help: "Complaints of twelve months found justified."},
		{Name: "judged", Ptr: &f.Judged, Help: "Complaints of twelve months that were judged."},
		{Name: "serial", Ptr: &f.Serial, Help: "Complains far more often than others do."},
		{Name: "order_lines", Ptr: &f.OrderLines, Help: "Order lines of twelve months."},
		{Name: "shipments", Ptr: &f.Shipments, Help: "Deliveries of twelve months."},
		{Name: "late_shipments", Ptr: &f.LateShipments, Help: "Deliveries after the day promised."},
		{Name: "visit_count", Ptr: &f.VisitCount, Help: "Visits of reps."},
		{Name: "call_count", Ptr: &f.CallCount, Help: "Calls, mails and meetings of reps."},
		{Name: "return_count", Ptr: &f.ReturnCount, Help: "Returns of twelve months."},
		{Name: "enquiries", Ptr: &f.Enquiries, Help: "Enquiries of twelve months."},
		{Name: "open_enquiries", Ptr: &f.OpenEnquiries, Help: "Enquiries neither won nor lost, their product not bought since."},
		{Name: "unanswered", Ptr: &f.Unanswered, Help: "Open enquiries nobody has answered."},
		{Name: "enquiry_value", Ptr: &f.EnquiryValue, Help: "Worth of the open enquiries."},
	}
}
