"""Message catalogs and the rules of languages: a floor that every room may stand on."""
