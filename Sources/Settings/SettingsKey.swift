// SPDX-License-Identifier: Apache-2.0

import Guidance

/// A key of the configuration: where it stands, how its value is written, and what it sets.
public struct SettingsKey: Sendable {
    /// The section's name; "Beverage" for the sections of a person's own drinks, which have a name behind it.
    public let section: String
    public let name: String
    /// The default as `hydrated.conf` writes it; empty when there is none.
    public let standard: String
    /// The accepted form, with its range.
    public let accepted: String
    /// Sets the value in a draft; an empty text gives the default back. The second text is what follows the
    /// section's name: the drink's.
    let assign: @Sendable (_ value: String, _ subject: String, inout SettingsDraft) throws(Rejection) -> Void

    /// A key that sets one field of the configuration.
    init<Value: Sendable>(
        _ section: Section, _ name: String, _ standard: String = "", _ form: ValueForm<Value>,
        _ field: any WritableKeyPath<Configuration, Value> & Sendable
    ) {
        self.init(section, name, standard, form.accepted) { text, _, draft throws(Rejection) in
            draft.configuration[keyPath: field] =
                text.isEmpty ? Configuration()[keyPath: field] : try form.read(text)
        }
    }

    /// A key that sets one field of the configuration that may be unset.
    init<Value: Sendable>(
        _ section: Section, _ name: String, unset form: ValueForm<Value>,
        _ field: any WritableKeyPath<Configuration, Value?> & Sendable
    ) {
        self.init(section, name, "", form.optional, field)
    }

    /// A key that says whether `member` belongs to a set of the configuration.
    init<Member: Hashable & Sendable & RawRepresentable<String>>(
        _ section: Section, _ member: Member, _ field: any WritableKeyPath<Configuration, Set<Member>> & Sendable
    ) {
        let form = ValueForm<Bool>.flag
        self.init(section, member.rawValue, "no", form.accepted) { text, _, draft throws(Rejection) in
            let belongs = text.isEmpty ? false : try form.read(text)
            if belongs {
                draft.configuration[keyPath: field].insert(member)
            } else {
                draft.configuration[keyPath: field].remove(member)
            }
        }
    }

    /// A key of a drink of the person's own.
    init<Value: Sendable>(
        drink name: String, _ form: ValueForm<Value>,
        _ field: any WritableKeyPath<BeverageDraft, Value?> & Sendable
    ) {
        self.init(.beverage, name, "", form.accepted) { text, subject, draft throws(Rejection) in
            draft[drink: subject][keyPath: field] = text.isEmpty ? nil : try form.read(text)
        }
    }

    /// A key that switches a guideline or a topic.
    init(switch name: String, _ standard: String, _ form: ValueForm<Bool>) {
        self.init(.guidance, name, standard, form.accepted) { text, _, draft throws(Rejection) in
            draft.configuration.guidance.switches[name] = text.isEmpty ? nil : try form.read(text)
        }
    }

    private init(
        _ section: Section, _ name: String, _ standard: String, _ accepted: String,
        assign: @escaping @Sendable (String, String, inout SettingsDraft) throws(Rejection) -> Void
    ) {
        self.section = section.rawValue
        self.name = name
        self.standard = standard
        self.accepted = accepted
        self.assign = assign
    }

    enum Section: String, CaseIterable {
        case profile = "Profile"
        case health = "Health"
        case day = "Day"
        case quiet = "Quiet"
        case climate = "Climate"
        case reminders = "Reminders"
        case units = "Units"
        case guidance = "Guidance"
        case beverage = "Beverage"

        /// Whether what stands here decides if volumes may be proposed at all.
        var guardsVolumes: Bool { self == .profile || self == .health }
    }
}
