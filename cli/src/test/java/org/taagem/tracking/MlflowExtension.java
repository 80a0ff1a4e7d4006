package org.taagem.tracking;

import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the servers, which are started for the first that asks and end with the last. */
final class MlflowExtension implements ExecutionCondition, ParameterResolver {
    private static final String REQUIRED = "TAAGEM_REQUIRE_MLFLOW";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = servers(context).missing();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("there are MLflow servers");
        }
        if (System.getenv(REQUIRED) != null) {
            throw new AssertionError(REQUIRED + " is set, and there is no MLflow server: " + missing.get());
        }
        return ConditionEvaluationResult.disabled("no MLflow server: " + missing.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MlflowServers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return servers(context);
    }

    private static MlflowServers servers(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(MlflowExtension.class))
                .getOrComputeIfAbsent(MlflowServers.class, type -> MlflowServers.find(), MlflowServers.class);
    }
}
