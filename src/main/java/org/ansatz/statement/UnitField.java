package org.ansatz.statement;

import org.ansatz.expression.check.Nearest;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.jspecify.annotations.Nullable;

/** Reads units where nothing but a unit may stand; {@code 1} is that of a pure number. */
public final class UnitField {

    private UnitField() {}

    /** The unit that a text is, or null if it is none. */
    public static @Nullable Unit find(Written text) {
        return text.text().equals("1") ? Unit.ONE : Units.parse(text.text());
    }

    /**
     * The unit in the field {@code unit}.
     *
     * @throws Refused after reporting that there is none of this name
     */
    public static Unit read(Fields fields) {
        Written text = fields.text("unit");
        Unit unit = find(text);
        if (unit == null) {
            throw text.fault("unknown unit '" + text.text() + "'" + Nearest.suggestion(text.text(), Units.symbols()));
        }
        return unit;
    }
}
