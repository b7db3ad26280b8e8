namespace Portal.Grains.Runtime;

/// <summary>
/// A command that makes a thing under a fresh id. Sent again with the same idempotency key it meets another fresh id,
/// so the key of the grain is left out of what is compared, and the first answer names the thing that was made.
/// </summary>
public interface ICreateCommand;
