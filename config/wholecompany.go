package config

// operations is the report on the work of the program itself, which has no customers to choose among.
const operations = "operations"

// checkWholeCompany refuses scopes of a report that has none.
func checkWholeCompany(d *decoder, report Report) {
	if report.Name != operations {
		return
	}
	path := join("reports", report.Name)
	const why = "the operations report is of the whole company"
	d.unwanted(join(path, "to_reps"), why, report.ToReps != "nobody" && report.ToReps != "")
	for i, r := range report.Recipients {
		at := element(path+".recipients", i)
		d.unwanted(join(at, "territory"), why, r.Territory != "")
		d.unwanted(join(at, "rep"), why, r.Rep != "")
	}
}
