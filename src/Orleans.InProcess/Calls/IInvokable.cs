using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>A call as call filters see it.</summary>
public interface IInvokable
{
    /// <summary>The number of arguments, cancellation token included.</summary>
    int GetArgumentCount();

    /// <summary>One argument, from zero.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces one argument, from zero.</summary>
    void SetArgument(int index, object value);

    /// <summary>The token that cancels the call; none if the method takes none.</summary>
    CancellationToken GetCancellationToken();

    /// <summary>The interface's method.</summary>
    MethodInfo GetMethod();

    /// <summary>The method's name.</summary>
    string GetMethodName();

    /// <summary>The full name of the interface that declares the method.</summary>
    string GetInterfaceName();

    /// <summary>The interface that declares the method.</summary>
    Type GetInterfaceType();
}
