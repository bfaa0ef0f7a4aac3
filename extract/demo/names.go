package demo

// The words names and addresses are made of.
var (
	firstNames = []string{
		"Anna", "Maria", "Julia", "Lena", "Sophie", "Laura", "Lisa", "Sarah", "Katharina", "Christina", "Nina", "Petra", "Sabine", "Monika", "Ursula", "Karin", "Renate", "Claudia", "Andrea", "Birgit", "Ayşe", "Fatma", "Elif", "Olga", "Giulia", "Chiara", "Ana", "Marta", "Zofia", "Emma", "Mia", "Hannah", "Johanna", "Helga", "Silke", "Franziska", "Theresa", "Jana", "Nadine", "Melanie",
		"Peter", "Michael", "Thomas", "Andreas", "Stefan", "Christian", "Markus", "Daniel", "Sebastian", "Tobias", "Jan", "Felix", "Lukas", "Paul", "Max", "Jonas", "Leon", "Hans", "Klaus", "Jürgen", "Wolfgang", "Uwe", "Dieter", "Günter", "Mehmet", "Mustafa", "Ali", "Luca", "Marco", "Giovanni", "Piotr", "Tomasz", "Ivan", "Dimitri", "Carlos", "João", "Björn", "Sören", "Matthias", "Alexander",
	}
	lastNames = []string{
		"Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Bauer", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Hartmann", "Lange", "Schmitt", "Werner", "Krause", "Meier", "Lehmann", "Schmid", "Schulze", "Maier", "Köhler", "Herrmann", "König", "Walter", "Mayer", "Huber", "Kaiser", "Fuchs", "Peters", "Lang", "Scholz", "Möller", "Weiß", "Jung", "Hahn", "Schubert", "Vogel", "Friedrich", "Keller", "Günther", "Frank", "Berger", "Winkler", "Roth", "Beck", "Lorenz", "Baumann", "Franke", "Albrecht", "Schuster", "Simon", "Ludwig", "Böhm", "Winter", "Kraus", "Martin", "Schumacher", "Krämer", "Vogt", "Stein", "Jäger", "Otto", "Sommer", "Groß", "Seidel", "Heinrich", "Brandt", "Haas", "Schreiber", "Graf", "Schulte", "Dietrich", "Ziegler", "Kuhn", "Kühn", "Pohl", "Engel", "Horn", "Busch", "Bergmann", "Thomas", "Voigt", "Sauer", "Arnold", "Wolff", "Pfeiffer", "Yılmaz", "Kaya", "Demir", "Şahin", "Çelik", "Rossi", "Russo", "Ferrari", "Nowak", "Kowalski", "Petrov", "Papadopoulos", "Santos", "Silva", "García", "Nguyen", "Tran", "Hansen", "Jensen", "Petersen", "Lindström",
	}
	streets = []string{
		"Hauptstraße", "Bahnhofstraße", "Gartenstraße", "Schulstraße", "Dorfstraße", "Bergstraße", "Lindenstraße", "Kirchstraße", "Waldstraße", "Ringstraße", "Marktplatz", "Goethestraße", "Schillerstraße", "Mozartstraße", "Am Markt", "Rosenweg", "Wiesenweg", "Mühlenweg", "Hafenstraße", "Lange Straße", "Blumenstraße", "Jahnstraße", "Feldstraße", "Burgstraße", "Seestraße", "Alte Gasse", "Neuer Wall", "Kanalufer", "Birkenallee", "Kastanienallee", "Industriestraße", "Friedrichstraße", "Wilhelmstraße", "Parkweg", "Am Ring", "Steinweg", "Brunnenstraße", "Uferpromenade", "Kaiserstraße", "Poststraße",
	}
	signNouns = []string{
		"Adler", "Krone", "Löwe", "Hirsch", "Linde", "Sonne", "Stern", "Anker", "Post", "Rose", "Traube", "Ochse", "Bär", "Schwan", "Engel", "Mühle", "Brücke", "Seeblick", "Bergblick", "Morgenrot", "Abendstern", "Kastanie", "Eiche", "Birke", "Alte Schmiede", "Neue Welt", "Zur Glocke", "Goldener Hahn", "Blaue Blume", "Grüner Baum", "Weißes Ross", "Roter Hahn", "Am Tor", "Im Park", "Marktblick", "Hafenblick", "Leuchtturm", "Kompass", "Vier Jahreszeiten", "Bellavista", "Roma", "Napoli", "Toscana", "Akropolis", "Bosporus", "Saigon", "Lotus", "Mandala", "Taj", "Olive", "Rosmarin", "Pfeffer", "Löffel", "Gabel", "Kochtopf", "Herzstück", "Sonnenschein", "Regenbogen", "Pusteblume", "Villa Kunterbunt", "St. Marien", "St. Josef", "Am Stadtwald", "Auenland", "Rheinblick", "Elbufer", "Inselhof", "Heidehof", "Klosterhof", "Gutshof",
	}
	legalForms   = []string{"GmbH", "GmbH & Co. KG", "e.K.", "OHG", "UG (haftungsbeschränkt)", "KG", ""}
	mailHosts    = []string{"gmx.de", "web.de", "gmail.com", "t-online.de", "outlook.com", "googlemail.com", "posteo.de"}
	mailMistakes = []string{"gmx.ed", "wbe.de", "gamil.com", "t-onlin.de", "outlok.com", "gogglemail.com", "posteo.ed"}
)
