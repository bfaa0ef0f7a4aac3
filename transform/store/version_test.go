package store

import "testing"

func TestServersThatAreTooOldAreRefused(t *testing.T) {
	for version, ok := range map[string]bool{
		"5.7.44-log": true, "8.0.36": true, "8.4.0-0ubuntu0.24.04.1": true, "9.1.0": true, "5.6.51": false, "5.5.62-0+deb8u1": false,
		"10.2.44-MariaDB": true, "10.11.6-MariaDB-0+deb12u1": true, "5.5.5-10.6.12-MariaDB-log": true, "11.4.2-MariaDB": true,
		"10.1.48-MariaDB": false, "5.5.68-MariaDB": false, "5.7.25-TiDB-v7.5.0": true, "nonsense": false,
	} {
		if err := recent(version); (err == nil) != ok {
			t.Errorf("%s: %v", version, err)
		}
	}
}
