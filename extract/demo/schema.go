package demo

import (
	"fmt"
	"regexp"
	"strings"
)

// A table is one table of one of the three databases. Its columns are written as
// MySQL writes them, separated by a comma and a blank.
type table struct {
	db, name, columns, key string
}

// What stands in the shop: numbers as keys and codes, cents, unix time.
var (
	shopTerritories = &table{shop, "territories", "territory_id INT, name VARCHAR(40)", "territory_id"}
	shopReps        = &table{shop, "reps", "rep_id INT, full_name VARCHAR(80), email VARCHAR(120), territory_id INT", "rep_id"}
	shopGroups      = &table{shop, "customer_groups", "group_id INT, name VARCHAR(40)", "group_id"}
	shopSources     = &table{shop, "lead_sources", "source_id INT, name VARCHAR(40)", "source_id"}
	shopCustomers   = &table{shop, "customers", "customer_id BIGINT, kind TINYINT, first_name VARCHAR(80), last_name VARCHAR(80), company_name VARCHAR(120), email VARCHAR(160), phone VARCHAR(40), mobile VARCHAR(40), street VARCHAR(120), zip VARCHAR(16), city VARCHAR(80), country CHAR(2), born INT, vat_no VARCHAR(20), group_id INT, territory_id INT, rep_id INT, newsletter TINYINT, source_id INT, win_cents BIGINT, left_reason VARCHAR(60), left_to VARCHAR(60), left_on INT, state TINYINT, merged_into BIGINT, created_at BIGINT, updated_at BIGINT", "customer_id"}
	shopContacts    = &table{shop, "customer_contacts", "contact_id BIGINT, customer_id BIGINT, salutation VARCHAR(10), first_name VARCHAR(80), last_name VARCHAR(80), job VARCHAR(40), email VARCHAR(160), phone VARCHAR(40), mobile VARCHAR(40), updated_at BIGINT", "contact_id"}
	shopCategories  = &table{shop, "categories", "category_id INT, name VARCHAR(60), line VARCHAR(40)", "category_id"}
	shopProducts    = &table{shop, "products", "sku VARCHAR(20), name VARCHAR(120), category_id INT, price_cents BIGINT, cost_cents BIGINT, active TINYINT", "sku"}
	shopOrders      = &table{shop, "orders", "order_id BIGINT, customer_id BIGINT, guest_first VARCHAR(80), guest_last VARCHAR(80), guest_email VARCHAR(160), guest_phone VARCHAR(40), guest_street VARCHAR(120), guest_zip VARCHAR(16), guest_city VARCHAR(80), placed_at BIGINT, state TINYINT, currency CHAR(3), net_cents BIGINT, tax_cents BIGINT, discount_cents BIGINT, channel TINYINT, rep_id INT, territory_id INT, ship_country CHAR(2), promised_on INT, campaign_id INT, sample TINYINT", "order_id"}
	shopLines       = &table{shop, "order_lines", "order_id BIGINT, pos INT, sku VARCHAR(20), qty_milli BIGINT, unit_cents BIGINT, discount_cents BIGINT, net_cents BIGINT, cost_cents BIGINT", "order_id, pos"}
	shopShipments   = &table{shop, "shipments", "shipment_id BIGINT, order_id BIGINT, customer_id BIGINT, sent_at BIGINT, promised_on INT, delivered_at BIGINT, country CHAR(2), cost_cents BIGINT", "shipment_id"}
	shopReturns     = &table{shop, "returns", "return_id BIGINT, order_id BIGINT, customer_id BIGINT, sku VARCHAR(20), received_at BIGINT, qty_milli BIGINT, reason TINYINT, value_cents BIGINT", "return_id"}
	shopActivities  = &table{shop, "crm_activities", "activity_id BIGINT, customer_id BIGINT, lead_email VARCHAR(160), kind TINYINT, done_at BIGINT, rep_id INT, enquiry_no VARCHAR(20), minutes INT, outcome VARCHAR(60), quote_cents BIGINT", "activity_id"}
	shopCampaigns   = &table{shop, "campaigns", "campaign_id INT, title VARCHAR(80), starts_on INT, ends_on INT, cost_cents BIGINT, category_id INT", "campaign_id"}
	shopMailings    = &table{shop, "campaign_customers", "mailing_id BIGINT, campaign_id INT, customer_id BIGINT, sent_at BIGINT, holdout TINYINT, clicked_at BIGINT", "mailing_id"}
)

// What stands in billing: German words, numbers with letters, decimals, dates.
var (
	billDebtors   = &table{billing, "debitoren", "debitor_nr VARCHAR(12), art CHAR(1), name1 VARCHAR(160), strasse VARCHAR(120), plz VARCHAR(16), ort VARCHAR(80), land CHAR(2), telefon VARCHAR(40), email VARCHAR(160), ust_id VARCHAR(20), zahlungsziel INT, gesperrt CHAR(1), angelegt DATE, geaendert DATE", "debitor_nr"}
	billInvoices  = &table{billing, "rechnungen", "beleg_nr VARCHAR(16), art CHAR(2), debitor_nr VARCHAR(12), auftrag BIGINT, datum DATE, faellig DATE, status CHAR(1), waehrung CHAR(3), netto DECIMAL(14,2), mwst DECIMAL(14,2), brutto DECIMAL(14,2), bezug VARCHAR(16), grund CHAR(2)", "beleg_nr"}
	billPayments  = &table{billing, "zahlungen", "zahlung_nr BIGINT, debitor_nr VARCHAR(12), beleg_nr VARCHAR(16), eingang DATE, betrag DECIMAL(14,2), waehrung CHAR(3), art CHAR(2)", "zahlung_nr"}
	billContracts = &table{billing, "vertraege", "vertrag_nr VARCHAR(16), debitor_nr VARCHAR(12), beginn DATE, ende DATE, status CHAR(1), volumen DECIMAL(14,2), monatsgebuehr DECIMAL(14,2), rabatt_prozent DECIMAL(5,2), zahlungsziel INT, waehrung CHAR(3)", "vertrag_nr"}
	billCosts     = &table{billing, "kosten", "monat CHAR(6), taetigkeit CHAR(4), betrag DECIMAL(14,2), minuten BIGINT", "monat, taetigkeit"}
	billRates     = &table{billing, "kurse", "waehrung CHAR(3), gueltig_ab DATE, kurs DECIMAL(12,6)", "waehrung, gueltig_ab"}
	billTargets   = &table{billing, "planwerte", "monat CHAR(6), gebiet VARCHAR(40), groesse CHAR(1), betrag DECIMAL(14,2)", "monat, gebiet, groesse"}
)

// What stands in the helpdesk: e-mail addresses as keys, local time as text, words.
var (
	deskOrgs    = &table{helpdesk, "organizations", "org_id VARCHAR(16), name VARCHAR(160), phone VARCHAR(40), mail_domain VARCHAR(120), street VARCHAR(120), postcode VARCHAR(16), city VARCHAR(80), country CHAR(2)", "org_id"}
	deskUsers   = &table{helpdesk, "users", "email VARCHAR(160), display_name VARCHAR(160), phone VARCHAR(40), org_id VARCHAR(16), company VARCHAR(160), role CHAR(1), city VARCHAR(80), marketing_ok VARCHAR(5), created_at VARCHAR(19), updated_at VARCHAR(19)", "email"}
	deskTickets = &table{helpdesk, "tickets", "ticket_no VARCHAR(16), user_email VARCHAR(160), topic CHAR(3), channel VARCHAR(12), direction CHAR(1), opened_at VARCHAR(19), first_reply_at VARCHAR(19), closed_at VARCHAR(19), promised_at VARCHAR(19), handling_minutes DECIMAL(6,1), reopened INT, justified CHAR(1), subject VARCHAR(120), order_ref BIGINT, sku VARCHAR(20), agent VARCHAR(40)", "ticket_no"}
	deskAsks    = &table{helpdesk, "enquiries", "enquiry_no VARCHAR(16), user_email VARCHAR(160), received_at VARCHAR(19), answered_at VARCHAR(19), wants VARCHAR(120), sku VARCHAR(20), channel VARCHAR(12), stage VARCHAR(12), worth VARCHAR(20), owner VARCHAR(40), region VARCHAR(40), marketing_ok VARCHAR(5)", "enquiry_no"}
	deskSurveys = &table{helpdesk, "surveys", "survey_no BIGINT, user_email VARCHAR(160), kind CHAR(4), sent_at VARCHAR(19), answered_at VARCHAR(19), score INT, scale_from INT, scale_to INT, channel VARCHAR(12), about_sku VARCHAR(20)", "survey_no"}
	deskAnswers = &table{helpdesk, "questionnaire", "answer_no BIGINT, user_email VARCHAR(160), wave VARCHAR(10), answered_on VARCHAR(10), question VARCHAR(80), answer VARCHAR(120), importance INT, rating INT", "answer_no"}
)

// schema lists every table in the order it is made.
func schema() []*table {
	return []*table{
		shopTerritories, shopReps, shopGroups, shopSources, shopCustomers, shopContacts, shopCategories, shopProducts,
		shopOrders, shopLines, shopShipments, shopReturns, shopActivities, shopCampaigns, shopMailings,
		billDebtors, billInvoices, billPayments, billContracts, billCosts, billRates, billTargets,
		deskOrgs, deskUsers, deskTickets, deskAsks, deskSurveys, deskAnswers,
	}
}

// databases lists the three databases in the order they are read.
func databases() []string { return []string{shop, billing, helpdesk} }

func (t *table) width() int { return strings.Count(t.columns, ", ") + 1 }

// mysql is the statement that makes the table there.
func (t *table) mysql() string {
	return fmt.Sprintf("CREATE TABLE `%s` (%s, PRIMARY KEY (%s)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4", t.name, t.columns, t.key)
}

var (
	whole = regexp.MustCompile(`\b(BIGINT|TINYINT|INT)\b`)
	texts = regexp.MustCompile(`(VARCHAR|CHAR|DECIMAL)\([0-9,]+\)|\bDATE\b`)
)

// sqlite is the statement that makes the table there: whole numbers stay numbers,
// all else is text, so that decimals and broken dates stay as they were written.
func (t *table) sqlite() string {
	columns := texts.ReplaceAllString(whole.ReplaceAllString(t.columns, "INTEGER"), "TEXT")
	if strings.Contains(t.key, ",") {
		return fmt.Sprintf("CREATE TABLE %s (%s, PRIMARY KEY (%s)) WITHOUT ROWID", t.name, columns, t.key)
	}
	return fmt.Sprintf("CREATE TABLE %s (%s)", t.name, strings.Replace(columns, ",", " PRIMARY KEY,", 1))
}

// insert is the statement that adds rows.
func (t *table) insert(rows int) string {
	one := "(" + strings.TrimSuffix(strings.Repeat("?,", t.width()), ",") + ")"
	return "INSERT INTO " + t.name + " VALUES " + strings.TrimSuffix(strings.Repeat(one+",", rows), ",")
}
