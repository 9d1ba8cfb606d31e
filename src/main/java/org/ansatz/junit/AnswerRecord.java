package org.ansatz.junit;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ansatz.trial.Input;
import org.ansatz.trial.Result;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A record whose components answer the parts of a problem, by name.
 *
 * @param type the record's class
 */
record AnswerRecord(Class<?> type) {

    /** Why a record cannot answer, or null: it has no component, or one that is no answer. */
    static @Nullable String objection(Class<?> type) {
        if (type.getRecordComponents().length == 0) {
            return "the record " + type.getSimpleName() + " has no components; it has one for each part, of its name";
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (!Result.isAnswer(component.getType())) {
                return component.getName() + " of " + type.getSimpleName() + ": "
                        + Result.objection(component.getType());
            }
        }
        return null;
    }

    /**
     * What the parts are answered with.
     *
     * @throws IllegalArgumentException if a component is no answer, or its unit is none
     */
    Result result() {
        Map<String, Result> parts = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            In in = component.getAccessor().getAnnotation(In.class);
            parts.put(component.getName(), Result.of(component.getType(), Input.unit(in == null ? "" : in.value())));
        }
        return Result.ofParts(parts);
    }

    /** The answers of a record, by name; null if there is no record. */
    @Nullable
    Map<String, @Nullable Object> answers(@Nullable Object answer) {
        if (answer == null) {
            return null;
        }
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            answers.put(component.getName(), ReflectionSupport.invokeMethod(component.getAccessor(), answer));
        }
        return answers;
    }
}
