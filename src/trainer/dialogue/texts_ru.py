"""What the dialogue says in its own words; everything else is said by the scenario."""

ASK_AGAIN = "Уточните, пожалуйста: {fact}?"
NO_PIECE = "в карточке нет пункта «{id}», есть: {known}"
