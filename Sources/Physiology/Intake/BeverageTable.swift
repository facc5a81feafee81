// SPDX-License-Identifier: Apache-2.0

/// The beverages that have names.
///
/// Minerals of the sports drink (Coyle 1995), the rehydration solution (WHO) and coconut water are read in sources;
/// those of the others, and caffeine, are from memory, not checked against a source. Half-lives are choices of this
/// project.
public enum BeverageTable {
    /// All beverages, kin beside kin.
    public static let all: [Beverage] = waters + hot + soft + withSalt + alcoholic

    /// The beverage that `text` names: its name, another name of it, or the unmistakable beginning of one. Case does
    /// not matter. The user's `own` come before those of the table.
    public static func find(_ text: String, own: [Beverage] = []) throws(UnknownBeverage) -> Beverage {
        let index = own.isEmpty ? index : NameIndex(own + all)
        if let beverage = index.find(text) { return beverage }
        throw UnknownBeverage(input: text, nearest: index.nearest(to: text))
    }

    private static let index = NameIndex(all)

    private static let waters: [Beverage] = [
        Beverage("water", "Water", ["tap water", "still water", "h2o"], index: 1),
        Beverage(
            "sparkling-water", "Sparkling water", ["soda water", "mineral water", "seltzer"], sodium: 1, index: 0.98),
        Beverage("infused-water", "Water with fruit", ["lemon water", "flavoured water", "flavored water"]),
    ]

    private static let hot: [Beverage] = [
        Beverage(
            "coffee", "Coffee", ["filter coffee", "black coffee", "americano"], water: 0.99, sodium: 1, potassium: 12,
            caffeine: 400, index: 0.91),
        Beverage("espresso", "Espresso", ["ristretto"], water: 0.98, sodium: 6, potassium: 29, caffeine: 2100),
        Beverage(
            "cappuccino", "Coffee with milk", ["latte", "flat white", "caffe latte", "milk coffee"], water: 0.91,
            sodium: 14, potassium: 30, caffeine: 350, halfLife: 25),
        Beverage(
            "decaf", "Decaffeinated coffee", ["decaf coffee"], water: 0.99, sodium: 1, potassium: 12, caffeine: 15),
        Beverage("tea", "Tea", ["black tea", "chai"], water: 0.99, sodium: 1, potassium: 9, caffeine: 200, index: 1),
        Beverage("green-tea", "Green tea", ["matcha"], water: 0.99, sodium: 1, potassium: 5, caffeine: 120),
        Beverage(
            "herbal-tea", "Herbal tea", ["fruit tea", "rooibos", "peppermint tea", "camomile tea"], sodium: 1,
            potassium: 2),
        Beverage(
            "cocoa", "Hot chocolate", ["hot chocolate", "drinking chocolate"], water: 0.82, sodium: 19, potassium: 45,
            caffeine: 20, halfLife: 25),
    ]

    private static let soft: [Beverage] = [
        Beverage("cola", "Cola", ["coke", "pepsi"], water: 0.9, sodium: 2, potassium: 1, caffeine: 100, index: 1.23),
        Beverage(
            "lemonade", "Lemonade", ["soda", "soft drink", "sprite", "fanta"], water: 0.9, sodium: 4, potassium: 1),
        Beverage("iced-tea", "Iced tea", ["ice tea"], water: 0.93, sodium: 2, potassium: 5, caffeine: 80),
        Beverage("energy-drink", "Energy drink", ["red bull"], water: 0.88, sodium: 35, potassium: 1, caffeine: 320),
        Beverage(
            "orange-juice", "Orange juice", ["juice", "oj", "fruit juice"], water: 0.88, sodium: 0.4, potassium: 51,
            halfLife: 25, index: 1.39),
        Beverage("apple-juice", "Apple juice", ["grape juice"], water: 0.88, sodium: 2, potassium: 26, halfLife: 25),
        Beverage(
            "apple-spritzer", "Juice with sparkling water", ["spritzer", "schorle", "apfelschorle"], water: 0.94,
            sodium: 4, potassium: 14),
        Beverage(
            "tomato-juice", "Tomato juice", ["vegetable juice"], water: 0.94, sodium: 110, potassium: 55, halfLife: 25),
        Beverage("smoothie", "Smoothie", ["shake"], water: 0.84, sodium: 2, potassium: 50, halfLife: 25),
        Beverage("milk", "Milk", ["whole milk"], water: 0.88, sodium: 19, potassium: 34, halfLife: 25, index: 1.5),
        Beverage(
            "skimmed-milk", "Skimmed milk", ["skim milk", "low-fat milk"], water: 0.91, sodium: 18, potassium: 40,
            halfLife: 25, index: 1.58),
        Beverage(
            "oat-drink", "Oat drink", ["oat milk", "plant milk", "soy milk"], water: 0.9, sodium: 17, potassium: 10,
            halfLife: 25),
        Beverage(
            "buttermilk", "Buttermilk", ["kefir", "ayran", "lassi"], water: 0.9, sodium: 30, potassium: 38, halfLife: 25
        ),
    ]

    private static let withSalt: [Beverage] = [
        Beverage(
            "sports-drink", "Sports drink",
            ["isotonic", "isotonic powder", "isotonic drink", "gatorade", "powerade", "electrolyte drink"], water: 0.94,
            sodium: 20, potassium: 3.3, index: 1.02),
        Beverage(
            "ors", "Oral rehydration solution", ["oral rehydration solution", "rehydration", "dioralyte", "pedialyte"],
            water: 0.98, sodium: 75, potassium: 20, halfLife: 25, index: 1.54),
        Beverage("coconut-water", "Coconut water", ["coconut"], water: 0.95, sodium: 46, potassium: 64),
        Beverage(
            "broth", "Broth", ["bouillon", "soup", "stock", "miso soup"], water: 0.97, sodium: 140, potassium: 5,
            halfLife: 25),
        Beverage("pickle-juice", "Pickle juice", ["pickle brine"], water: 0.95, sodium: 400, potassium: 25),
        Beverage(
            "salt-tablet", "Water with a salt tablet of 1 g", ["salt", "salt pill", "electrolyte tablet"],
            perServing: 17.1),
    ]

    private static let alcoholic: [Beverage] = [
        Beverage(
            "alcohol-free-beer", "Alcohol-free beer", ["non-alcoholic beer", "0.0"], water: 0.94, sodium: 2,
            potassium: 9),
        Beverage(
            "beer", "Beer, 5 %", ["ale", "ipa", "pint", "stout"], water: 0.92, sodium: 2, potassium: 7, alcohol: 5),
        Beverage(
            "lager", "Lager, 4 %", ["light beer", "lager beer", "pils"], water: 0.92, sodium: 2, potassium: 7,
            alcohol: 4, index: 1),
        Beverage("radler", "Shandy, 2.5 %", ["shandy"], water: 0.92, sodium: 3, potassium: 5, alcohol: 2.5),
        Beverage(
            "wine", "Wine, 12.5 %", ["red wine", "white wine", "sparkling wine", "champagne", "prosecco"], water: 0.86,
            sodium: 2, potassium: 28, alcohol: 12.5),
        Beverage(
            "spirits", "Spirits, 40 %", ["whisky", "whiskey", "vodka", "gin", "rum", "schnapps", "liquor", "shot"],
            water: 0.6, alcohol: 40),
        Beverage("cocktail", "Cocktail, 15 %", ["long drink", "longdrink", "gin and tonic"], water: 0.8, alcohol: 15),
    ]
}

extension Beverage: Named {
    var otherNames: [String] { aliases }
}

extension Beverage {
    /// A row of the table: mmol/l of sodium and potassium, mg/l of caffeine, per cent of alcohol, minutes, hydration
    /// index.
    fileprivate init(
        _ name: String, _ title: String, _ aliases: [String], water: Double = 1, sodium: Double = 0,
        potassium: Double = 0, caffeine: Double = 0, alcohol: Double = 0, halfLife: Int = 13, index: Double? = nil,
        perServing: Double = 0
    ) {
        self.init(
            name: name, title: title, aliases: aliases, waterFraction: water, sodium: .millimolesPerLiter(sodium),
            potassium: .millimolesPerLiter(potassium), caffeine: .milligramsPerLiter(caffeine),
            alcohol: .percent(alcohol), absorptionHalfLife: .minutes(halfLife), hydrationIndex: index,
            sodiumPerServing: .millimoles(perServing))
    }
}
