// SPDX-License-Identifier: Apache-2.0

public import Diary
public import Physiology

// What a reminder becomes in the diary.

extension Reminder {
    /// What the diary keeps of it.
    public var record: ShownReminder {
        ShownReminder(id: id, guideline: guideline.rawValue, volume: volume, withElectrolytes: withElectrolytes)
    }

    /// The drink that its button logs: water, or a sports drink when salts belong to it.
    public func drink(_ volume: Volume) -> Drink {
        Drink(withElectrolytes ? Self.sportsDrink : Self.water, volume: volume, answers: id)
    }

    // Both stand in the table; a test holds it to that.
    static let water = (try? BeverageTable.find("water")) ?? BeverageTable.all[0]
    private static let sportsDrink = (try? BeverageTable.find("sports-drink")) ?? BeverageTable.all[0]
}

extension Configuration {
    /// What the timeline reads entries against.
    public func circumstances(zone: ZoneRules, began: Instant) -> Circumstances {
        Circumstances(profile: profile, rhythm: day, indoor: indoor, zone: zone, began: began)
    }
}
