package truth

import (
	"os"
	"path/filepath"
)

// Sets lists the labelled sets in the order they are reported. Each has one mapping
// of its columns and nothing else: no setting is chosen for a set.
func Sets() []Set {
	return []Set{
		{Name: "historical_50k", file: "splink/historical_50k.csv.gz", columns: historical},
		{Name: "febrl1", file: "febrl/dataset1.csv", columns: febrl},
		{Name: "febrl2", file: "febrl/dataset2.csv", columns: febrl},
		{Name: "febrl3", file: "febrl/dataset3.csv", columns: febrl},
		{Name: "fake_1000", file: "splink/fake_1000.csv", columns: fake},
		{Name: "crm_100k", file: "crm_100k.csv.gz", columns: crm, Homes: true},
	}
}

// Named returns a labelled set.
func Named(name string) (Set, bool) {
	for _, s := range Sets() {
		if s.Name == name {
			return s, true
		}
	}
	return Set{}, false
}

// Folder returns the folder of the labelled sets, below the one that the environment
// names; empty where it names none.
func Folder() string {
	root := os.Getenv("CLIENTELE_DATA")
	if root == "" {
		return ""
	}
	return filepath.Join(root, "matching")
}

func (s Set) path(dir string) string {
	if file := filepath.FromSlash(s.file); filepath.IsAbs(file) || dir == "" {
		return file
	} else {
		return filepath.Join(dir, file)
	}
}

// Here says whether the file of the set is in the folder.
func (s Set) Here(dir string) bool {
	_, err := os.Stat(s.path(dir))
	return err == nil
}

// The mappings: a column and the field of the party it is. Fields named twice are
// joined by a blank; who and home are the truth.
var (
	historical = []column{
		{"unique_id", "id"},
		{"cluster", "who"},
		{"first_name", "first"},
		{"surname", "last"},
		{"dob", "born"},
		{"birth_place", "birthplace"},
		{"postcode_fake", "zip"},
		{"occupation", "occupation"},
	}
	febrl = []column{
		{"rec_id", "id"},
		{"rec_id", "who"},
		{"given_name", "first"},
		{"surname", "last"},
		{"street_number", "street"},
		{"address_1", "street"},
		{"address_2", "street2"},
		{"suburb", "city"},
		{"postcode", "zip"},
		{"state", "region"},
		{"date_of_birth", "born"},
		{"soc_sec_id", "tax_number"},
	}
	fake = []column{
		{"unique_id", "id"}, {"cluster", "who"}, {"first_name", "first"}, {"surname", "last"}, {"dob", "born"}, {"city", "city"}, {"email", "email"},
	}
	crm = []column{
		{"id", "id"},
		{"cluster", "who"},
		{"household", "home"},
		{"fname", "first"},
		{"lname", "last"},
		{"email", "email"},
		{"phone", "phone"},
		{"address", "street"},
		{"city", "city"},
		{"zip", "zip"},
		{"company", "company"},
	}
	exported = append([]column{{"type", "type"}}, crm...)
)
